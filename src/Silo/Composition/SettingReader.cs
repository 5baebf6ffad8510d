using System.Globalization;

namespace Yihao.Silo.Composition;

/// <summary>Settings with their ranges, and all mistakes in them: a start that fails names every one.</summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    private readonly List<string> mistakes = [];

    public IReadOnlyList<string> Mistakes => mistakes;

    public string? this[string name] => configuration[name];

    public void Refuse(string name, string range) => mistakes.Add($"{name} is {configuration[name]}: {range}");

    public void Refuse(IEnumerable<string> more) => mistakes.AddRange(more);

    public int Number(string name, int usual, int from, int to)
    {
        if (configuration[name] is not { } text)
            return usual;
        if (int.TryParse(text, out var number) && number >= from && number <= to)
            return number;
        Refuse(name, $"{from} to {to}");
        return usual;
    }

    /// <summary>A span whose name ends in Seconds; parts of a second after a point.</summary>
    public TimeSpan Seconds(string name, TimeSpan usual, double from, double to)
    {
        if (configuration[name] is not { } text)
            return usual;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds >= from && seconds <= to)
            return TimeSpan.FromSeconds(seconds);
        Refuse(name, string.Create(CultureInfo.InvariantCulture, $"{from} to {to}"));
        return usual;
    }
}
