namespace Yihao.Rules.Tests.Model;

/// <summary>Calls, and what becomes of them.</summary>
internal static class NaiveCalls
{
    public static string? Next(NaiveHall hall, NaiveWindow window, bool finish)
    {
        if (MayNotCall(window) is { } refused)
            return refused;
        var before = hall.InHand(window);
        if (before is not null && !finish)
            return "window-busy";
        if (hall.Offered(window) is not null)
            return NaiveOffers.Accept(hall, window);
        if (before is null && hall.Settings.Mode == DispatchMode.Push)
            return "pull-not-allowed";
        var changes = window.PauseWish is not null || window.Returning is not null;
        if (before is not null)
            Finish(hall, window, null);
        if (before is not null && (changes || hall.Settings.Mode == DispatchMode.Push))
            return null;
        var (next, rule) = hall.Choose(window);
        if (next is null && before is null && window.Mode == "open")
            return "nobody";
        NaiveClerks.Back(hall, window);
        if (next is null)
            return null;
        Call(hall, window, next, rule, null);
        return null;
    }

    public static string? ByHand(NaiveHall hall, NaiveWindow window, CallTicket call)
    {
        if (MayNotCall(window) is { } refused)
            return refused;
        if (hall.InHand(window) is not null)
            return "window-busy";
        if (call.Reason.Length == 0)
            return "reason-missing";
        if (hall.Find(call.Ticket) is not { } ticket)
            return "ticket-unknown";
        if (ticket.IsFinished)
            return "ticket-already-finished";
        if (ticket == hall.Offered(window))
            return NaiveOffers.Accept(hall, window);
        if (ticket.State is not (TicketState.Waiting or TicketState.Held))
            return "ticket-not-waiting";
        if (!hall.CanServe(window, ticket.Matter))
            return "matter-not-served-here";
        NaiveOffers.Withdraw(hall, window);
        NaiveClerks.Back(hall, window);
        Call(hall, window, ticket, CallRule.ByHand, call.Reason);
        return null;
    }

    public static string? Recall(NaiveHall hall, NaiveWindow window)
    {
        if (hall.InHand(window) is not { IsCalled: true } ticket)
            return "ticket-not-called";
        var from = ticket.LastCall + hall.Settings.RecallApart;
        if (hall.Now < from)
            return $"recall-too-soon from {Trace.Time(from)}";
        NaiveClerks.Back(hall, window);
        (ticket.State, ticket.Inferred, ticket.LastCall) = (TicketState.Called, false, hall.Now);
        ticket.Calls++;
        hall.Say(new TicketRecalled(ticket.Key, window.Id));
        return null;
    }

    public static string? Miss(NaiveHall hall, NaiveWindow window)
    {
        if (hall.InHand(window) is not { IsCalled: true } ticket)
            return "ticket-not-called";
        if (ticket.Calls < hall.Settings.CallsBeforeNoShow)
            return "no-show-too-soon";
        // Counted from the first call, but the citizen cannot come while the hall is dark.
        var since = ticket.FirstCall > hall.UpSince ? ticket.FirstCall : hall.UpSince;
        var floors = hall.Plan.Windows.Select(w => w.Floor).Distinct().Count();
        var from = since + (floors > 1 ? 2 : 1) * hall.Settings.NoShowAfter;
        if (hall.Now < from)
            return $"no-show-too-soon from {Trace.Time(from)}";
        NaiveClerks.Back(hall, window);
        (ticket.State, ticket.GoneAt, ticket.Inferred) = (TicketState.NoShow, hall.Now, false);
        hall.Say(new TicketNoShow(ticket.Key, window.Id));
        NaiveClerks.Empty(hall, window);
        return null;
    }

    public static string? Release(NaiveHall hall, NaiveWindow window)
    {
        if (hall.InHand(window) is not { State: TicketState.Called } ticket)
            return "ticket-not-called";
        NaiveClerks.Back(hall, window);
        hall.Wait(ticket);
        hall.Say(new TicketReleased(ticket.Key, window.Id, ReleaseCause.ByClerk));
        NaiveClerks.Empty(hall, window);
        return null;
    }

    public static string? Start(NaiveHall hall, NaiveWindow window)
    {
        if (hall.InHand(window) is not { IsCalled: true } ticket)
            return "ticket-not-called";
        NaiveClerks.Back(hall, window);
        (ticket.State, ticket.Inferred) = (TicketState.Serving, false);
        hall.Say(new TicketStarted(ticket.Key, window.Id, false));
        return null;
    }

    public static string? Finish(NaiveHall hall, NaiveWindow window, string? outcome)
    {
        if (hall.InHand(window) is not { } ticket)
            return "ticket-not-called";
        NaiveClerks.Back(hall, window);
        if (ticket.State == TicketState.Called)
            hall.Say(new TicketStarted(ticket.Key, window.Id, false));
        ticket.State = TicketState.Done;
        hall.Say(new TicketFinished(ticket.Key, window.Id, window.Clerk!, outcome));
        NaiveClerks.Empty(hall, window);
        return null;
    }

    public static void Call(NaiveHall hall, NaiveWindow window, NaiveTicket ticket, CallRule rule, string? reason)
    {
        if (rule is not (CallRule.ByHand or CallRule.CalledAgain))
        {
            window.InRow = ticket.HeadStart > TimeSpan.Zero || ticket.SentTo is not null ? window.InRow + 1 : 0;
            window.TookOldest = rule == CallRule.Oldest;
        }

        (ticket.State, ticket.Window, ticket.Inferred) = (TicketState.Called, window.Id, false);
        (ticket.FirstCall, ticket.LastCall, ticket.Calls) = (hall.Now, hall.Now, 1);
        hall.Say(new TicketCalled(ticket.Key, window.Id, window.Clerk!, rule, reason));
    }

    private static string? MayNotCall(NaiveWindow window) => window.Mode switch
    {
        "closed" => "window-not-open",
        "paused" => "window-paused",
        _ => null,
    };
}
