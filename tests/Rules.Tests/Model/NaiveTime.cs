namespace Yihao.Rules.Tests.Model;

/// <summary>What time and the people behind the hall do.</summary>
internal static class NaiveTime
{
    public static string? Pass(NaiveHall hall)
    {
        if (hall.Now >= hall.DayEnd)
        {
            EndDay(hall);
            return null;
        }

        // Everything is seen as it was before: whose hold ends at this moment did not wait before it.
        var oldest = hall.Waiting.OrderBy(t => t.Counted).FirstOrDefault();
        var idle = hall.InOrder.Where(w => IsIdle(hall, w)).ToList();
        var lapsed = hall.InOrder.Select(w => (Window: w, Ticket: hall.Offered(w)))
            .Where(o => o.Ticket is { } ticket && IsOver(hall, ticket)).ToList();
        var again = NaivePosts.CallsAgain(hall);
        var due = EndHolds(hall);
        due |= LookAtWindows(hall, idle);
        lapsed.ForEach(o => NaiveOffers.Lapse(hall, o.Window, o.Ticket!));
        again.ForEach(one => one());
        due |= lapsed.Count + again.Count > 0;
        due |= WatchTheCap(hall, oldest);
        return due ? null : "nothing";
    }

    public static string? Resume(NaiveHall hall)
    {
        hall.UpSince = hall.Now;
        foreach (var window in hall.Windows.Values)
            window.Silent = false;
        hall.Say(new HallResumed());
        return null;
    }

    public static string? Replan(NaiveHall hall, HallPlan plan)
    {
        hall.Plan = plan;
        foreach (var window in plan.Windows)
        {
            if (hall.Windows.TryGetValue(window.Window, out var known))
                known.Plan = window;
            else
                hall.Windows.Add(window.Window, new NaiveWindow { Plan = window });
        }

        foreach (var window in hall.Windows.Values.Where(w => !plan.Windows.Contains(w.Plan)).ToList())
        {
            if (window.Mode == "closed" && hall.InHand(window) is null)
                hall.Windows.Remove(window.Id);
        }

        foreach (var window in hall.Windows.Values.Where(w => w.CoveredBy is { } by && !hall.Windows.ContainsKey(by)))
            window.CoveredBy = null;

        foreach (var ticket in hall.Waiting)
            ticket.SentTo = hall.StillSentTo(ticket);
        hall.Say(new HallPlanned(plan));
        return null;
    }

    /// <summary>Who waits, is held or gone has no number any more; who is at a window stays there.</summary>
    private static void EndDay(NaiveHall hall)
    {
        var gone = hall.Tickets.Where(t => t.State is TicketState.Held or TicketState.NoShow or TicketState.Offered)
            .OrderBy(t => t.Key.Day).ThenBy(t => t.Key.Prefix).ThenBy(t => t.Key.Number);
        foreach (var ticket in hall.Waiting.Concat(gone).ToList())
        {
            NaiveOffers.Withdraw(hall, ticket);
            ticket.State = TicketState.Expired;
            hall.Say(new TicketExpired(ticket.Key));
        }

        if (hall.OverCap)
            hall.Say(new NoticeGiven(NoticeKind.WaitUnderCap, null));
        hall.OverCap = false;
        var local = hall.Now.ToOffset(NaiveHall.Zone).DateTime;
        hall.Day = DateOnly.FromDateTime(local - hall.Plan.DayBoundary.ToTimeSpan());
        hall.Numbers.Clear();
        hall.Tickets.RemoveAll(t => t.IsFinished);
        foreach (var window in hall.Windows.Values)
        {
            (window.InRow, window.TookOldest, window.Left) = (0, false, false);
            (window.Declined, window.Lapsed) = (0, 0);
        }

        hall.Say(new DayOpened(hall.Day));
    }

    private static bool EndHolds(NaiveHall hall)
    {
        var over = hall.Tickets.Where(t => t.State == TicketState.Held && t.HeldUntil <= hall.Now)
            .OrderBy(t => t.HeldUntil).ThenBy(t => t.Key.Day).ThenBy(t => t.Key.Prefix).ThenBy(t => t.Key.Number)
            .ToList();
        foreach (var ticket in over)
            NaiveCitizens.EndHold(hall, ticket, ReturnCause.HoldOver);
        return over.Count > 0;
    }

    private static bool LookAtWindows(NaiveHall hall, List<NaiveWindow> idle)
    {
        var due = false;
        foreach (var window in hall.InOrder)
        {
            if (window.Mode is "open" or "paused" && InferStart(hall, window))
                due = true;
            if (!idle.Contains(window))
                continue;
            (window.IdleNoticed, due) = (true, true);
            hall.Say(new NoticeGiven(NoticeKind.WindowIdle, null, window.Id));
        }

        return due;
    }

    private static bool InferStart(NaiveHall hall, NaiveWindow window)
    {
        if (hall.InHand(window) is not { State: TicketState.Called } ticket || NaivePosts.IsFromBefore(window, ticket))
            return false;
        var quietSince = ticket.LastCall > hall.UpSince ? ticket.LastCall : hall.UpSince;
        if (hall.Now < quietSince + hall.Settings.InferStartAfter)
            return false;
        (ticket.State, ticket.Inferred) = (TicketState.Serving, true);
        hall.Say(new TicketStarted(ticket.Key, window.Id, true));
        return true;
    }

    /// <summary>Free for long, while somebody has waited for long whom it may call.</summary>
    private static bool IsIdle(NaiveHall hall, NaiveWindow window)
    {
        var ago = hall.Now - hall.Settings.IdleAlarmAfter;
        return NaiveOffers.IsFree(hall, window) && !window.IdleNoticed && window.FreeSince <= ago && hall.UpSince <= ago
            && hall.Waiting.Exists(t => t.Counted <= ago
                && (t.SentTo == window.Id || (t.SentTo is null && hall.CanServe(window, t.Matter))));
    }

    /// <summary>An offer stands as long as it was meant to; an outage does not count.</summary>
    private static bool IsOver(NaiveHall hall, NaiveTicket ticket)
    {
        var until = ticket.OfferedAt < hall.UpSince
            ? hall.UpSince + (ticket.OfferedUntil - ticket.OfferedAt)
            : ticket.OfferedUntil;
        return until <= hall.Now;
    }

    private static bool WatchTheCap(NaiveHall hall, NaiveTicket? oldest)
    {
        var over = oldest is not null && hall.Now - oldest.Counted > hall.Settings.WaitCap;
        if (over == hall.OverCap)
            return false;
        hall.OverCap = over;
        hall.Say(new NoticeGiven(over ? NoticeKind.WaitOverCap : NoticeKind.WaitUnderCap, oldest?.Key));
        return true;
    }
}
