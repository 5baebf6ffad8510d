using System.Globalization;
using Yihao.Bench.Shared;

namespace Yihao.Bench.Growth;

/// <summary>One figure at several sizes: the medians of a few rounds.</summary>
/// <param name="File">Name of its picture.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Of">What grows, with its unit.</param>
/// <param name="Cost">What it costs, with its unit.</param>
internal sealed record Curve(string File, string Title, string Of, string Cost)
{
    public const string CsvHead = "what,cost,size,round,value";

    private readonly SortedDictionary<int, List<double>> rounds = [];

    public IReadOnlyList<(double Size, double Value)> Points =>
        [.. rounds.Select(r => ((double)r.Key, Spread.Median(r.Value)))];

    public IEnumerable<string> Csv => rounds.SelectMany(r => r.Value.Select((value, i) => string.Create(
        CultureInfo.InvariantCulture, $"{File},{Cost},{r.Key},{i + 1},{value:0.####}")));

    public void Add(int size, double value)
    {
        if (!rounds.TryGetValue(size, out var values))
            rounds[size] = values = [];
        values.Add(value);
    }

    /// <summary>How the cost grows over the whole range and over its upper half (on the logarithmic scale).</summary>
    public string Words()
    {
        var (first, before, last) = (Points[0], Points[^2], Points[^1]);
        var middle = Points[Points.Count / 2];
        var whole = Exponent(first, last);
        var upper = Exponent(middle, last);
        var each = (last.Value - before.Value) / (last.Size - before.Size);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Title}: from {first.Size:n0} to {last.Size:n0} {Of} the cost goes from {first.Value:0.###} to "
            + $"{last.Value:0.###} {Cost}, {last.Value / first.Value:0.##} times; {Growth(whole)} "
            + $"(exponent {whole:0.00}), from {middle.Size:n0} on {Growth(upper)} ({upper:0.00}); at the end a "
            + $"thousand more cost {1_000 * each:0.###} {Cost}.");
    }

    private static double Exponent((double Size, double Value) from, (double Size, double Value) to) =>
        Math.Log(to.Value / from.Value) / Math.Log(to.Size / from.Size);

    private static string Growth(double exponent) => exponent switch
    {
        < -0.1 => "it falls",
        < 0.1 => "it stays as it is",
        < 0.4 => "it grows slowly",
        < 0.75 => "it grows about as the square root",
        < 1.15 => "it grows in proportion",
        _ => "it grows faster than in proportion",
    };
}
