using Yihao.Bench.Shared;

namespace Yihao.Load.Report;

/// <summary>From the start of the process to the first number, in milliseconds, pair by pair.</summary>
internal sealed record RestartReport(
    long Events, IReadOnlyList<double> FewMilliseconds, IReadOnlyList<double> ManyMilliseconds,
    IReadOnlyList<string> Faults)
{
    private const double MostRatio = 2;

    /// <summary>Median of the pairs' ratios.</summary>
    public double Ratio => Median([.. ManyMilliseconds.Zip(FewMilliseconds, (many, few) => many / few)]);

    public string Target => Verdict.AtMost(Ratio, MostRatio);

    public void Print(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(FormattableString.Invariant(
            $"restart: {Events} events, {Median(ManyMilliseconds):F0} ms against {Median(FewMilliseconds):F0} ms: ")
            + FormattableString.Invariant($"{Ratio:F2}x, median of {FewMilliseconds.Count} pairs"));
        output.WriteLine(FormattableString.Invariant($"target: ratio of {Ratio:F2} {Target}"));
        foreach (var fault in Faults)
            output.WriteLine($"WRONG: {fault}");
    }

    private static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
