using Yihao.Load.Lives;

namespace Yihao.Load.Report;

/// <summary>What kills of nodes cost.</summary>
/// <param name="SilenceMilliseconds">Of the halls that noticed, over all kills.</param>
internal sealed record FailoverReport(
    int Halls, int Kills, Percentiles SilenceMilliseconds, long Repeats, IReadOnlyList<string> Faults)
{
    public void Print(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"failover: {Kills} kills, {Halls} halls, {SilenceMilliseconds.Count} silences, "
            + $"{Repeats} repeats");
        Table.Print(output, "ms", new Dictionary<string, Percentiles> { ["silence"] = SilenceMilliseconds });
        foreach (var fault in Faults)
            output.WriteLine($"WRONG: {fault}");
    }
}
