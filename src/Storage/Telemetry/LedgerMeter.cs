using System.Diagnostics;
using System.Diagnostics.Metrics;
using Yihao.Storage.Pump;

namespace Yihao.Storage.Telemetry;

/// <summary>What the commit pumps of this process count.</summary>
public static class LedgerMeter
{
    /// <summary>Of the meter and of the source of traces.</summary>
    public const string Name = "Yihao.Storage";

    /// <summary>More traced commands than this in one commit are not linked with it.</summary>
    private const int MostLinks = 64;

    private static readonly double[] Seconds =
        [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    private static readonly double[] Sizes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Source = new(Name);
    private static long pendingEntries;

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "yihao.commit.duration", "s", "One commit of the ledger, with its repetitions after a lost answer.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });

    private static readonly Histogram<double> Entries = Meter.CreateHistogram<double>(
        "yihao.commit.entries", "{entry}", "Entries of one commit.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Sizes });

    private static readonly Histogram<double> Halls = Meter.CreateHistogram<double>(
        "yihao.commit.halls", "{hall}", "Halls that share one commit.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Sizes });

    private static readonly Counter<long> Fenced = Meter.CreateCounter<long>(
        "yihao.halls.fenced", "{hall}", "Halls whose ledger another node had taken: their writes were refused.");

    private static readonly Counter<long> Failed = Meter.CreateCounter<long>(
        "yihao.halls.failed", "{hall}", "Halls whose write the database refused or never answered.");

    private static readonly Counter<long> Doubts = Meter.CreateCounter<long>(
        "yihao.commit.doubts", "{commit}", "Commits whose answer was lost; what became of them was asked again.");

    static LedgerMeter() => Meter.CreateObservableUpDownCounter(
        "yihao.ledger.pending", () => Interlocked.Read(ref pendingEntries), "{entry}",
        "Entries that wait for their commit.");

    /// <summary>Shows every counter from 0 on: what appears only at the first loss makes no alarm of it.</summary>
    public static void Announce()
    {
        Fenced.Add(0);
        Failed.Add(0);
        Doubts.Add(0);
    }

    internal static void Pend(int entries) => Interlocked.Add(ref pendingEntries, entries);

    internal static void CountEnded(bool fenced) => (fenced ? Fenced : Failed).Add(1);

    internal static void CountDoubt() => Doubts.Add(1);

    internal static void Committed(IReadOnlyList<HallWrite> batch, TimeSpan took)
    {
        var entries = 0;
        for (var i = 0; i < batch.Count; i++)
            entries += batch[i].Entries.Count;
        Duration.Record(took.TotalSeconds);
        Entries.Record(entries);
        Halls.Record(batch.Count);
    }

    /// <summary>
    /// The commit as a step of the first traced command in it, linked with the others; null where nobody traces.
    /// </summary>
    internal static Activity? Trace(IReadOnlyList<HallWrite> batch)
    {
        List<ActivityContext>? asking = null;
        foreach (var write in batch)
        {
            if (write.Asking is { } traced && (asking ??= []).Count < MostLinks)
                asking.AddRange(traced);
        }

        if (asking is null)
            return null;
        var links = asking.Skip(1).Take(MostLinks).Select(context => new ActivityLink(context));
        var step = Source.StartActivity("commit", ActivityKind.Client, asking[0], links: links);
        return step?.SetTag("yihao.halls", batch.Count);
    }
}
