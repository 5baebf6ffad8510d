using Yihao.Contracts;
using Yihao.Grains.Halls;

namespace Yihao.Simulation.Tests;

/// <summary>What one activation gives out: in order, once, without a gap, and nothing that is not durable.</summary>
internal sealed class Publications(Auditor auditor, Action<Exception> broken) : IHallObserver
{
    private long upTo;

    public long UpTo => upTo;

    public void BeginAfter(HallEvents missed)
    {
        upTo = missed.UpTo;
        Hold(missed);
    }

    public Task Publish(HallEvents events)
    {
        try
        {
            if (events.After != upTo && !IsMoreThanIsKept(events))
                throw new BrokenPromiseException($"published after {events.After}, before that {upTo}");
            Hold(events);
            upTo = events.UpTo;
        }
        catch (Exception failure)
        {
            broken(failure);
        }

        return Task.CompletedTask;
    }

    /// <summary>The one gap that is allowed: screens take the picture.</summary>
    private bool IsMoreThanIsKept(HallEvents events) =>
        events.After > upTo && events.UpTo - upTo > HallLoading.RecentEvents;

    /// <summary>Exactly the visible events of the ledger between the two places.</summary>
    private void Hold(HallEvents events)
    {
        if (events.UpTo > auditor.DurableEvents.Count)
            throw new BrokenPromiseException($"{events.UpTo} is published before it is durable");
        VisibleEvents.Compare(auditor.DurableEvents, events.After, events.UpTo, events.Events);
    }
}

/// <summary>Which events of a ledger screens see.</summary>
internal static class VisibleEvents
{
    public static bool IsVisible(HallEvent happened) => happened is
        DayOpened or TicketEvent or WindowChanged or WindowCovered or WindowUncovered or BoothTaken or BoothFreed
        or NoticeGiven { Notice: not NoticeKind.WindowIdle };

    public static void Compare(
        IReadOnlyList<Recorded> durable, long after, long upTo, IReadOnlyList<ScreenEvent> shown)
    {
        var at = 0;
        for (var seq = after + 1; seq <= upTo; seq++)
        {
            var happened = durable[(int)seq - 1].Event;
            if (!IsVisible(happened))
                continue;
            if (at == shown.Count || shown[at].Seq != seq || shown[at].Kind != happened.Kind)
                throw new BrokenPromiseException($"{happened.Kind} at {seq} is not among what is shown");
            at++;
        }

        if (at != shown.Count)
            throw new BrokenPromiseException($"{shown[at].Kind} at {shown[at].Seq} is shown and did not happen");
    }
}
