using Yihao.Load.Lives;

namespace Yihao.Load.Report;

/// <summary>The figures of one call to many screens.</summary>
/// <param name="Milliseconds">From the press: to the answer, to any screen, to the last screen of a call.</param>
/// <param name="ServerProcessorMillisecondsPerCall">Of the whole life around it, all screens together.</param>
/// <param name="ServerKilobytesPerScreen">Resident memory that the screens have added.</param>
internal sealed record FanOutReport(
    int Screens,
    int Calls,
    IReadOnlyDictionary<string, Percentiles> Milliseconds,
    double? ServerProcessorMillisecondsPerCall,
    double? ServerKilobytesPerScreen,
    IReadOnlyList<string> Faults)
{
    public void Print(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"fanout: {Screens} screens, {Calls} calls");
        Table.Print(output, "ms from press", Milliseconds);
        output.WriteLine(FormattableString.Invariant(
            $"server: {ServerProcessorMillisecondsPerCall:F1} processor ms per call, ")
            + FormattableString.Invariant($"{ServerKilobytesPerScreen:F1} KB per screen"));
        foreach (var fault in Faults)
            output.WriteLine($"WRONG: {fault}");
    }
}
