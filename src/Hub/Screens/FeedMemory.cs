using Yihao.Contracts;

namespace Yihao.Hub.Screens;

/// <summary>
/// The last events of one hall without a gap: from <see cref="From"/> to <see cref="UpTo"/> of one ledger. Not safe for
/// several threads: its feed guards it.
/// </summary>
internal sealed class FeedMemory
{
    /// <summary>More than a screen misses in a minute of the busiest hall.</summary>
    private const int Bound = 1_000;

    private readonly LinkedList<HallEvents> batches = [];
    private int events;

    /// <summary>Null before the first answer of the hall.</summary>
    public string? Ledger { get; private set; }

    public long From { get; private set; }

    public long UpTo { get; private set; }

    public IReadOnlyList<ClassCount> Waiting { get; private set; } = [];

    public void Begin(string ledger, long at, IReadOnlyList<ClassCount> waiting)
    {
        batches.Clear();
        (events, Ledger, From, UpTo, Waiting) = (0, ledger, at, at, waiting);
    }

    /// <summary>What of the batch is new, kept; null when nothing is.</summary>
    public HallEvents? Append(HallEvents batch)
    {
        if (!Continues(batch) || batch.UpTo <= UpTo)
            return null;
        var fresh = batch.After == UpTo
            ? batch
            : batch with { After = UpTo, Events = [.. batch.Events.Where(e => e.Seq > UpTo)] };
        batches.AddLast(fresh);
        (UpTo, Waiting, events) = (fresh.UpTo, fresh.Waiting, events + fresh.Events.Count);
        Trim();
        return fresh;
    }

    /// <summary>True when nothing lies between what is known and the batch.</summary>
    public bool Continues(HallEvents batch) => batch.Ledger == Ledger && batch.After <= UpTo;

    /// <summary>Older events that a follower needed: kept as far as there is room.</summary>
    public void Prepend(HallEvents older)
    {
        if (older.Ledger != Ledger || older.After >= From || older.UpTo < From || events >= Bound)
            return;
        var before = older with { UpTo = From, Events = [.. older.Events.Where(e => e.Seq <= From)] };
        batches.AddFirst(before);
        (From, events) = (before.After, events + before.Events.Count);
        Trim();
    }

    /// <summary>All after that seq in one batch; null when it is not known here any more, or not yet.</summary>
    public HallEvents? Since(string hall, string? ledger, long after)
    {
        if (Ledger is null || ledger != Ledger || after < From || after > UpTo)
            return null;
        var missed = batches.Where(b => b.UpTo > after).SelectMany(b => b.Events).Where(e => e.Seq > after);
        return new HallEvents(hall, Ledger, after, UpTo, Waiting, [.. missed]);
    }

    private void Trim()
    {
        while (events > Bound && batches.Count > 1)
        {
            var oldest = batches.First!.Value;
            batches.RemoveFirst();
            (From, events) = (oldest.UpTo, events - oldest.Events.Count);
        }
    }
}
