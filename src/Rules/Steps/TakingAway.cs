namespace Yihao.Rules;

/// <summary>
/// A supervisor puts a ticket back into the line whose clerk is gone: from an unattended window, or from a booth whose
/// helper does not answer.
/// </summary>
internal static class TakingAway
{
    public static Decision Decide(Hall hall, TakeAway take)
    {
        if (string.IsNullOrEmpty(take.Reason))
            return Decision.No(Refusal.ReasonMissing);
        if (hall.Ticket(take.Ticket) is not { } ticket)
            return Decision.No(Refusal.TicketUnknown);
        if (ticket.Phase.IsFinished)
            return Decision.No(Refusal.TicketAlreadyFinished);
        if (ticket.Phase is not (TicketPhase.Called or TicketPhase.Serving))
            return Decision.No(Refusal.TicketNotCalled);
        var window = hall.WindowsById[ticket.Phase.AtWindow!];
        if (window.IsBooth)
            return new Decision.Accept(LendingTickets.TakeBack(window, take.Reason));
        return window.Staffing is Staffing.Open
            ? Decision.No(Refusal.WindowBusy)
            : Decision.Of(new TicketReleased(ticket.Key, window.Id, ReleaseCause.TakenAway, null, take.Reason));
    }
}
