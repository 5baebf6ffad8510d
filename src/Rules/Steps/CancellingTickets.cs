namespace Yihao.Rules;

/// <summary>A citizen gives the number back.</summary>
internal static class CancellingTickets
{
    public static Decision Decide(Hall hall, CancelTicket cancel) => hall.Ticket(cancel.Ticket) switch
    {
        null => Decision.No(Refusal.TicketUnknown),
        { Phase.IsFinished: true } => Decision.No(Refusal.TicketAlreadyFinished),
        { Loan: not null } => Decision.No(Refusal.TicketOfAnotherHall),
        { State: TicketState.Waiting or TicketState.Held } => Decision.Of(new TicketCancelled(cancel.Ticket)),
        { Phase: TicketPhase.Offered offered } => Decision.Of(
            new OfferEnded(cancel.Ticket, offered.Window, OfferEnd.Withdrawn, null),
            new TicketCancelled(cancel.Ticket)),
        _ => Decision.No(Refusal.TicketNotWaiting),
    };
}
