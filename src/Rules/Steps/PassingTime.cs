namespace Yihao.Rules;

/// <summary>What happens because time went by.</summary>
internal static class PassingTime
{
    public static Decision Decide(Hall hall, DateTimeOffset now)
    {
        List<HallEvent> events = now >= hall.DayEndsAt ? [.. NewDay(hall, now)] : [.. Due(hall, now)];
        return events.Count == 0 ? Decision.Nothing.Due : new Decision.Accept(events);
    }

    /// <summary>
    /// Who still waits at the end of the day has no number any more. A ticket at a window is finished there, whatever
    /// the clock says.
    /// </summary>
    private static IEnumerable<HallEvent> NewDay(Hall hall, DateTimeOffset now)
    {
        foreach (var ticket in hall.Lines.InOrder())
            yield return new TicketExpired(ticket.Key);
        var gone = hall.Tickets.Where(t => t.State is TicketState.Held or TicketState.NoShow or TicketState.Offered);
        foreach (var ticket in gone.OrderBy(t => t.Key))
        {
            if (ticket.Phase is TicketPhase.Offered offered)
                yield return new OfferEnded(ticket.Key, offered.Window, OfferEnd.Withdrawn, null);
            // One on loan is at home again with its offer: its own hall says what becomes of it.
            if (ticket.Loan is null)
                yield return new TicketExpired(ticket.Key);
        }

        if (hall.OverCap)
            yield return new NoticeGiven(NoticeKind.WaitUnderCap, null);
        yield return new DayOpened(hall.Clock.DayOf(now));
    }

    private static IEnumerable<HallEvent> Due(Hall hall, DateTimeOffset now)
    {
        foreach (var ticket in hall.HeldInOrder())
        {
            if (ticket.Phase is TicketPhase.Held held && held.Until <= now)
                yield return ReturningTickets.Ready(hall, ticket, ReturnCause.HoldOver);
        }

        foreach (var window in hall.Windows)
        {
            if (IsAttended(window) && window.InHand is { Phase: TicketPhase.Called called } ticket
                && !CoveringWindows.IsFromBefore(window, called) && StartIsInferred(hall, called, now))
                yield return new TicketStarted(ticket.Key, window.Id, true);
            if (IsIdle(hall, window, now))
                yield return new NoticeGiven(NoticeKind.WindowIdle, null, window.Id);
        }

        foreach (var due in OfferingTickets.Lapsed(hall, now))
            yield return due;
        foreach (var due in CoveringWindows.CallAgain(hall, now))
            yield return due;
        foreach (var due in Overflowing.Due(hall, now))
            yield return due;
        var oldest = Dispatch.LongestWaiting(hall);
        var over = oldest is not null && now - oldest.CountedArrival > hall.Settings.WaitCap;
        if (over != hall.OverCap)
            yield return new NoticeGiven(over ? NoticeKind.WaitOverCap : NoticeKind.WaitUnderCap, oldest?.Key);
    }

    /// <summary>
    /// Only of a clerk who is there may it be taken that he began: a lost one's ticket is called again, and a helper's
    /// clerk says so himself.
    /// </summary>
    private static bool IsAttended(Window window) => window.Staffing is Staffing.Open or Staffing.Paused;

    private static bool IsIdle(Hall hall, Window window, DateTimeOffset now)
    {
        if (window.IdleNoticed || !window.IsFree)
            return false;
        var since = window.FreeSince > hall.UpSince ? window.FreeSince : hall.UpSince;
        // Who has only just come has not been let wait.
        return now - since >= hall.Settings.IdleAlarmAfter && Dispatch.LongestWaiting(hall, window) is { } longest
            && now - longest.CountedArrival >= hall.Settings.IdleAlarmAfter;
    }

    private static bool StartIsInferred(Hall hall, TicketPhase.Called called, DateTimeOffset now)
    {
        var since = called.LastAt > hall.UpSince ? called.LastAt : hall.UpSince;
        return now - since >= hall.Settings.InferStartAfter;
    }
}
