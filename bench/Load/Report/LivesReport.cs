using Yihao.Load.Lives;
using Yihao.Load.Servers;

namespace Yihao.Load.Report;

/// <summary>The figures of a run with lives, as JSON has them.</summary>
/// <param name="Callers">Of a closed loop; null for an open one.</param>
/// <param name="Rate">Lives per second asked for by an open loop; null for a closed one.</param>
/// <param name="Lives">Finished in the seconds that were measured.</param>
/// <param name="Begun">
/// Lives that were to start in those seconds: the latencies are theirs, however late they ended.
/// </param>
/// <param name="Milliseconds">
/// Of each step and of the whole life; in an open loop taking a number and the life count from the intended start, and
/// "begun late" is what this program itself adds to them.
/// </param>
/// <param name="ProcessorMillisecondsPerLife">By process; null where it is not known.</param>
/// <param name="WalKilobytesPerLife">
/// Of PostgreSQL's write-ahead log, with what else the server wrote meanwhile; null where no database was named.
/// </param>
/// <param name="ServerMegabytes">Resident memory of the server at the end.</param>
/// <param name="Empty">Calls that were told that nobody waits, though somebody did; they were made again.</param>
/// <param name="Repeats">Requests without a known outcome that were made again.</param>
/// <param name="Screens">What those were told that followed the halls; null without any.</param>
/// <param name="Faults">What was wrong; empty when every answer was right.</param>
internal sealed record LivesReport(
    string Scenario,
    string Target,
    int? Callers,
    int? Rate,
    int Halls,
    int Windows,
    int Backlog,
    double Seconds,
    long Lives,
    double LivesPerSecond,
    long Begun,
    IReadOnlyDictionary<string, Percentiles> Milliseconds,
    PerLife ProcessorMillisecondsPerLife,
    double? WalKilobytesPerLife,
    double? ServerMegabytes,
    long Empty,
    long Repeats,
    ScreensTold? Screens,
    IReadOnlyList<string> Faults)
{
    public void Print(TextWriter output)
    {
        var load = Callers is { } callers ? $"{callers} callers" : $"{Rate} lives/s asked for";
        output.WriteLine();
        output.WriteLine($"{Scenario}: {Target}, {Halls} halls, {Windows} windows each, {load}");
        if (Backlog > 0)
            output.WriteLine($"backlog {Backlog}");
        output.WriteLine(FormattableString.Invariant(
            $"{Lives} lives in {Seconds:F1} s: {LivesPerSecond:F0} lives/s; ")
            + $"{Begun} begun; {Empty} empty calls, {Repeats} repeats");
        Table.Print(output, "ms", Milliseconds);
        var cost = ProcessorMillisecondsPerLife;
        output.WriteLine(FormattableString.Invariant(
            $"processor ms per life: client {cost.Client:F3}, server {cost.Server:F3}, PostgreSQL {cost.Postgres:F3}, ")
            + FormattableString.Invariant($"in all {cost.All:F3}; server {ServerMegabytes:F0} MB"));
        if (WalKilobytesPerLife is { } logged)
            output.WriteLine(FormattableString.Invariant($"write-ahead log: {logged:F2} KB per life"));
        if (Screens is { } told)
            output.WriteLine($"screens: {told.Screens} followed the halls and were told {told.Events} events");
        foreach (var fault in Faults)
            output.WriteLine($"WRONG: {fault}");
    }
}

/// <summary>Milliseconds of processor time; null where it is not known.</summary>
internal sealed record PerLife(double Client, double? Server, double? Postgres)
{
    public double? All => Client + Server + Postgres;

    public static PerLife Of(Used used, long lives) => lives == 0
        ? new(0, null, null)
        : new((double)used.Client / lives, (double?)used.Server / lives, (double?)used.Postgres / lives);
}
