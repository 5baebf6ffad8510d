namespace Yihao.Rules;

/// <summary>A window calls, calls again, gives up, or lets go.</summary>
internal static class CallingTickets
{
    public static Decision Next(Hall hall, Window window, CallNext next, DateTimeOffset now)
    {
        if (Standing(window) is { } refusal)
            return refusal;
        if (window.InHand is not null && !next.FinishCurrent)
            return Decision.No(Refusal.WindowBusy);
        if (window.Offer is not null)
            return OfferingTickets.Accept(window);
        if (window.InHand is null && hall.Settings.Mode == DispatchMode.Push)
            return Decision.No(Refusal.PullNotAllowed);

        IReadOnlyList<HallEvent> finished = window.InHand is null ? [] : ServingTickets.FinishEvents(window, null);
        var before = GivenUp(window).Concat(finished).ToList();
        // A pause that was wished for begins now: nobody is called into it. Where tickets are offered, one comes.
        var calls = finished.Count == 0
            || (AttendingWindows.ChangeNext(window) is null && hall.Settings.Mode != DispatchMode.Push);
        var called = calls ? Called(hall, window, now) : null;
        if (called is null)
            return before.Count == 0 ? NobodyFor(window) : new Decision.Accept(before);
        return before.Count == 0
            ? AttendingWindows.AttendedFirst(window, called)
            : new Decision.Accept([.. before, called]);
    }

    /// <summary>A loan that is asked for and not answered is given up: the clerk does not wait for it.</summary>
    private static IEnumerable<HallEvent> GivenUp(Window window)
    {
        if (window.Asking is not { } loan)
            return [];
        return [new LoanWithdrawn(loan), .. window.InHand is null ? AttendingWindows.BackFirst(window) : []];
    }

    public static Decision ByHand(Hall hall, Window window, CallTicket call)
    {
        if (Standing(window) is { } refusal)
            return refusal;
        if (window.InHand is not null)
            return Decision.No(Refusal.WindowBusy);
        if (string.IsNullOrEmpty(call.Reason))
            return Decision.No(Refusal.ReasonMissing);
        if (hall.Ticket(call.Ticket) is not { } ticket)
            return Decision.No(Refusal.TicketUnknown);
        if (ReferenceEquals(ticket, window.Offer))
            return OfferingTickets.Accept(window);
        if (ticket.State is not (TicketState.Waiting or TicketState.Held))
            return Decision.No(ticket.Phase.IsFinished ? Refusal.TicketAlreadyFinished : Refusal.TicketNotWaiting);
        if (!window.Groups.Contains(hall.Lines.Matters.GroupOf(ticket.Matter)))
            return Decision.No(Refusal.MatterNotServedHere);
        return new Decision.Accept(
        [
            .. OfferingTickets.Withdrawn(window),
            .. window.Asking is null ? AttendingWindows.BackFirst(window) : GivenUp(window),
            new TicketCalled(ticket.Key, window.Id, window.Staffing.AtIt!, CallRule.ByHand, call.Reason),
        ]);
    }

    /// <summary>Also takes back a start that was only inferred: the citizen has not come, the clerk says so.</summary>
    public static Decision Recall(Hall hall, Window window, DateTimeOffset now)
    {
        if (CallInHand(window) is not { } call)
            return Decision.No(Refusal.TicketNotCalled);
        var from = CallTimes.RecallFrom(hall, call);
        return now < from
            ? Decision.No(Refusal.RecallTooSoon, from)
            : AttendingWindows.AttendedFirst(window, new TicketRecalled(window.InHand!.Key, window.Id));
    }

    /// <summary>A start that was only inferred is no start: the clerk sees that nobody came.</summary>
    public static Decision Miss(Hall hall, Window window, DateTimeOffset now)
    {
        if (CallInHand(window) is not { } call)
            return Decision.No(Refusal.TicketNotCalled);
        var from = CallTimes.NoShowFrom(hall, call);
        if (from is null || now < from)
            return Decision.No(Refusal.NoShowTooSoon, from);
        return AttendingWindows.AfterTicket(window, new TicketNoShow(window.InHand!.Key, window.Id));
    }

    public static Decision Release(Window window) =>
        window.InHand is { Phase: TicketPhase.Called } ticket
            ? AttendingWindows.AfterTicket(window, new TicketReleased(ticket.Key, window.Id, ReleaseCause.ByClerk))
            : Decision.No(Refusal.TicketNotCalled);

    public static TicketPhase.Called? CallInHand(Window window) => window.InHand?.Phase switch
    {
        TicketPhase.Called called => called,
        TicketPhase.Serving { Inferred: true } serving => serving.Call,
        _ => null,
    };

    private static Decision NobodyFor(Window window) => window.Staffing is Staffing.Unattended gone
        ? Decision.Of(AttendingWindows.Back(window, gone))
        : Decision.Nobody.Waiting;

    private static TicketCalled? Called(Hall hall, Window window, DateTimeOffset now) =>
        Dispatch.Choose(hall, window, now) is { Ticket: { } ticket } choice
            ? new TicketCalled(ticket.Key, window.Id, window.Staffing.AtIt!, choice.Rule, null)
            : null;

    private static Decision? Standing(Window window) => window switch
    {
        { Staffing: Staffing.Paused } => Decision.No(Refusal.WindowPaused),
        { MayCall: false } => Decision.No(Refusal.WindowNotOpen),
        _ => null,
    };
}
