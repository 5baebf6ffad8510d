using System.Globalization;

namespace Yihao.Bench.Shared;

/// <summary>One figure of two sides that were measured in turns, A B A B …: the ratio, and its raw rows.</summary>
/// <param name="row">What is compared.</param>
/// <param name="unit">Of both sides.</param>
/// <param name="target">The ratio is to be at most this; null where there is no target.</param>
public sealed class PairedFigure(string row, string unit, double? target)
{
    public const string CsvHead = "row,unit,pair,ours,other,ratio";

    private readonly List<(double Ours, double Other)> pairs = [];

    /// <summary>Median of the pairs' ratios.</summary>
    public double Ratio => Spread.Median(Ratios);

    public IEnumerable<string> Csv => pairs.Select((p, i) => string.Create(
        CultureInfo.InvariantCulture,
        $"{CsvField.Of(row)},{unit},{i + 1},{p.Ours:0.###},{p.Other:0.###},{p.Ours / p.Other:0.000}"));

    private double[] Ratios => [.. pairs.Select(p => p.Ours / p.Other)];

    public void Add(double ours, double other) => pairs.Add((ours, other));

    public override string ToString()
    {
        var (ours, other) = (Spread.Median(pairs.Select(p => p.Ours)), Spread.Median(pairs.Select(p => p.Other)));
        var met = target is { } most ? Verdict.AtMost(Ratio, most) : "";
        var ratio = string.Create(
            CultureInfo.InvariantCulture, $"{Ratio,6:0.00} ({Ratios.Min():0.00}-{Ratios.Max():0.00})");
        return string.Create(
            CultureInfo.InvariantCulture, $"{row,-52} {ours,10:0.0##} {other,10:0.0##} {unit,-6} {ratio} {met}");
    }

    /// <summary>Prints all, and writes the raw rows when there is a file for them.</summary>
    public static void Tell(TextWriter output, string? csv, IReadOnlyList<PairedFigure> figures)
    {
        output.WriteLine($"{"",-52} {"ours",10} {"other",10} {"",-6} ratio (spread over the pairs)");
        foreach (var figure in figures)
            output.WriteLine(figure);
        if (csv is not null)
            File.WriteAllLines(csv, figures.SelectMany(f => f.Csv).Prepend(CsvHead));
    }
}
