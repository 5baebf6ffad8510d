using System.Globalization;

namespace Yihao.Region.Run;

/// <summary>The rows of the run, for people and as CSV.</summary>
internal sealed class Findings
{
    private readonly List<(string Name, double Value, string Unit)> rows = [];

    public void Add(string name, double value, string unit)
    {
        rows.Add((name, value, unit));
        Console.WriteLine($"  {name,-46} {Shown(value),14} {unit}");
    }

    public void Write(string? file)
    {
        if (file is not null)
            File.WriteAllLines(
                file, rows.Select(r => $"\"{r.Name}\",{Shown(r.Value)},{r.Unit}").Prepend("what,value,unit"));
    }

    private static string Shown(double value) =>
        value.ToString(value < 100 ? "0.###" : "0", CultureInfo.InvariantCulture);
}
