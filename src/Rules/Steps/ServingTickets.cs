namespace Yihao.Rules;

/// <summary>The citizen stands at the window.</summary>
internal static class ServingTickets
{
    public static Decision Start(Window window) => window.InHand switch
    {
        { Phase: TicketPhase.Called } ticket =>
            AttendingWindows.AttendedFirst(window, new TicketStarted(ticket.Key, window.Id, false)),
        // A start that was inferred is confirmed.
        { Phase: TicketPhase.Serving { Inferred: true } } ticket =>
            AttendingWindows.AttendedFirst(window, new TicketStarted(ticket.Key, window.Id, false)),
        _ => Decision.No(Refusal.TicketNotCalled),
    };

    public static Decision Finish(Window window, string? outcome) => window.InHand is null
        ? Decision.No(Refusal.TicketNotCalled)
        : new Decision.Accept(FinishEvents(window, outcome));

    /// <summary>Finish from Called implies start. A pause that was wished for, or the first clerk, comes now.</summary>
    public static IReadOnlyList<HallEvent> FinishEvents(Window window, string? outcome)
    {
        var ticket = window.InHand!;
        List<HallEvent> events = [];
        if (window.Staffing is Staffing.Unattended gone)
            events.Add(AttendingWindows.Back(window, gone));
        if (ticket.Phase is TicketPhase.Called)
            events.Add(new TicketStarted(ticket.Key, window.Id, false));
        events.Add(new TicketFinished(ticket.Key, window.Id, window.Staffing.AtIt!, outcome));
        if (AttendingWindows.ChangeNext(window) is { } change)
            events.Add(change);
        return events;
    }
}
