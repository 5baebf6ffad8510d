using System.Diagnostics;
using System.Diagnostics.Metrics;
using Yihao.Grains.Network;

namespace Yihao.Grains.Telemetry;

/// <summary>
/// What the halls of this process count. By level of the hall, never by hall or ticket: a region has hundreds of
/// thousands of halls, and each value of a tag is a series that somebody has to store.
/// </summary>
public static class HallMeter
{
    /// <summary>Of the meter and of the source of traces.</summary>
    public const string Name = "Yihao.Halls";

    /// <summary>From a moment at the kiosk to hours.</summary>
    private static readonly double[] WaitSeconds =
        [5, 15, 30, 60, 120, 300, 600, 900, 1_200, 1_800, 2_700, 3_600, 5_400, 7_200, 14_400];

    private static readonly double[] OpeningSeconds =
        [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900];

    private static readonly KeyValuePair<string, object?>[] Levels =
        [.. Enum.GetNames<Level>().Select(l => new KeyValuePair<string, object?>("level", l.ToLowerInvariant()))];

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Taken = Meter.CreateCounter<long>(
        "yihao.tickets.taken", "{ticket}", "Numbers given out.");

    private static readonly Counter<long> Called = Meter.CreateCounter<long>(
        "yihao.tickets.called", "{call}", "Calls to a window, repetitions of the same call not counted.");

    private static readonly Counter<long> Finished = Meter.CreateCounter<long>(
        "yihao.tickets.finished", "{ticket}", "Tickets that were served.");

    private static readonly Counter<long> Missed = Meter.CreateCounter<long>(
        "yihao.tickets.missed", "{ticket}", "Tickets called in vain.");

    private static readonly Histogram<double> Wait = Meter.CreateHistogram<double>(
        "yihao.tickets.wait", "s", "From taking a number to its first call.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = WaitSeconds });

    private static readonly Histogram<double> Opening = Meter.CreateHistogram<double>(
        "yihao.halls.opening", "s", "From waking a hall to its first answer: snapshot and tail of its ledger.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = OpeningSeconds });

    private static readonly Counter<long> GivenWay = Meter.CreateCounter<long>(
        "yihao.halls.given_way", "{hall}", "Activations that had lost their ledger and went.");

    static HallMeter()
    {
        Meter.CreateObservableUpDownCounter(
            "yihao.halls.held", () => HallsHere.Held, "{hall}", "Halls that live on this node.");
        Meter.CreateObservableUpDownCounter(
            "yihao.tickets.waiting", () => HallsHere.Waiting, "{ticket}", "People waiting in the halls of this node.");
        Meter.CreateObservableUpDownCounter(
            "yihao.windows.open", () => HallsHere.OpenWindows, "{window}", "Open windows in the halls of this node.");
    }

    /// <summary>Commands of halls as steps of a trace; nothing is made where nobody traces.</summary>
    internal static ActivitySource Source { get; } = new(Name);

    /// <summary>Shows every counter from 0 on: what appears only at the first loss makes no alarm of it.</summary>
    public static void Announce()
    {
        foreach (var level in Levels)
        {
            Taken.Add(0, level);
            Called.Add(0, level);
            Finished.Add(0, level);
            Missed.Add(0, level);
        }

        GivenWay.Add(0);
    }

    internal static void CountTaken(Level level) => Taken.Add(1, Levels[(int)level]);

    internal static void CountCalled(Level level) => Called.Add(1, Levels[(int)level]);

    internal static void CountFinished(Level level) => Finished.Add(1, Levels[(int)level]);

    internal static void CountMissed(Level level) => Missed.Add(1, Levels[(int)level]);

    internal static void CountGivenWay() => GivenWay.Add(1);

    internal static void Waited(Level level, TimeSpan wait) => Wait.Record(wait.TotalSeconds, Levels[(int)level]);

    internal static void Opened(TimeSpan took) => Opening.Record(took.TotalSeconds);
}
