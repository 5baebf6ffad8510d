using Yihao.Contracts;
using Yihao.Grains.Halls.Views;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>
/// The durable end of the ledger as screens see it: what a screen that was away for a while asks back.
/// </summary>
internal sealed class RecentEvents(ScreenEvents screens)
{
    /// <summary>A place per seq, that of seq modulo the length; null where the event is not for screens.</summary>
    private readonly ScreenEvent?[] places = new ScreenEvent?[HallLoading.RecentEvents];

    /// <summary>How many seqs up to the last one are kept.</summary>
    private int kept;

    /// <summary>Waiting tickets by class, after the last event.</summary>
    private IReadOnlyList<int> waiting = [];

    public long LastSeq { get; private set; }

    public void Restore(Hall hall, IReadOnlyList<(long Seq, Recorded Recorded)> recent)
    {
        foreach (var (seq, recorded) in recent)
            Add(hall, seq, recorded);
        waiting = hall.Lines.CountsByClass();
    }

    /// <summary>Takes in what became durable; returns the seq in front of it, for <see cref="After"/>.</summary>
    public long Keep(Hall hall, IReadOnlyList<HallCommit> commits)
    {
        var after = commits[0].FirstSeq - 1;
        foreach (var commit in commits)
        {
            for (var i = 0; i < commit.Events.Count; i++)
                Add(hall, commit.FirstSeq + i, commit.Events[i]);
        }

        waiting = commits[^1].Waiting;
        return after;
    }

    /// <summary>What was kept after this seq, as one message.</summary>
    public HallEvents After(string hall, string ledger, long after) =>
        // More at once than is kept: what is left shows a gap, and the nodes take the picture.
        Since(hall, ledger, Math.Max(after, LastSeq - kept))!;

    /// <summary>Null when that is too long ago.</summary>
    public HallEvents? Since(string hall, string ledger, long after)
    {
        if (after < LastSeq - kept || after > LastSeq)
            return null;
        var events = new List<ScreenEvent>((int)(LastSeq - after));
        for (var seq = after + 1; seq <= LastSeq; seq++)
        {
            if (places[seq % places.Length] is { } happened)
                events.Add(happened);
        }

        return new(hall, ledger, after, LastSeq, HallViews.Counts(waiting), events);
    }

    /// <summary>For who is up to date.</summary>
    public HallEvents Nothing(string hall, string ledger, long after) =>
        new(hall, ledger, after, after, HallViews.Counts(waiting), []);

    private void Add(Hall hall, long seq, Recorded recorded)
    {
        places[seq % places.Length] = screens.Of(hall, seq, recorded);
        LastSeq = seq;
        kept = Math.Min(kept + 1, places.Length);
    }
}
