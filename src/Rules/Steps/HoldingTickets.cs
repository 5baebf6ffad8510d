namespace Yihao.Rules;

/// <summary>The citizen is not ready: the ticket rests for a while and comes back to its old place.</summary>
internal static class HoldingTickets
{
    public static Decision Decide(Hall hall, Window window, HoldTicket hold, DateTimeOffset now)
    {
        if (!window.IsStaffed)
            return Decision.No(Refusal.WindowNotOpen);
        var ticket = hold.Ticket is { } key ? hall.Ticket(key) : window.InHand;
        if (ticket is null)
            return Decision.No(hold.Ticket is null ? Refusal.TicketNotCalled : Refusal.TicketUnknown);
        if (ticket.Loan is not null)
            return Decision.No(Refusal.TicketOfAnotherHall);
        if (ticket.Phase.IsFinished)
            return Decision.No(Refusal.TicketAlreadyFinished);
        var called = ticket.Phase is TicketPhase.Called && ReferenceEquals(ticket, window.InHand);
        if (!called && ticket.Phase is not TicketPhase.Waiting)
            return Decision.No(hold.Ticket is null ? Refusal.TicketNotCalled : Refusal.TicketNotWaiting);
        if (ticket.Holds >= hall.Settings.Holds)
            return Decision.No(Refusal.HoldLimit);

        var until = now + hall.Settings.Hold;
        return called
            ? AttendingWindows.AfterTicket(window, new TicketHeld(ticket.Key, window.Id, until))
            : AttendingWindows.AttendedFirst(window, new TicketHeld(ticket.Key, null, until));
    }
}
