using Yihao.Bench.Shared;
using Yihao.Load.Lives;

namespace Yihao.Load.Report;

/// <summary>What kills of nodes cost.</summary>
/// <param name="SilenceMilliseconds">Of the halls that noticed, over all kills.</param>
internal sealed record FailoverReport(
    int Halls, int Kills, Percentiles SilenceMilliseconds, long Repeats, IReadOnlyList<string> Faults)
{
    private const double MostMilliseconds = 3_000;
    private const int FewestKills = 20;

    /// <summary>Fewer kills than the target asks for can miss it, and cannot meet it.</summary>
    public string Target => SilenceMilliseconds.P99 <= MostMilliseconds && Kills < FewestKills
        ? $"<= {MostMilliseconds / 1000:0} s: no verdict, {FewestKills} kills are asked for"
        : Verdict.AtMost(SilenceMilliseconds.P99 / 1000, MostMilliseconds / 1000);

    public void Print(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"failover: {Kills} kills, {Halls} halls, {SilenceMilliseconds.Count} silences, "
            + $"{Repeats} repeats");
        Table.Print(output, "ms", new Dictionary<string, Percentiles> { ["silence"] = SilenceMilliseconds });
        output.WriteLine(FormattableString.Invariant($"target: p99 of {SilenceMilliseconds.P99 / 1000:F2} s {Target}"));
        foreach (var fault in Faults)
            output.WriteLine($"WRONG: {fault}");
    }
}
