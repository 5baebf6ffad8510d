namespace Yihao.Rules;

/// <summary>
/// A ticket goes to another hall for good, with its number, arrival and head start. It stands in one hall's line or in
/// the other's, never in both: here it leaves its line, and comes back if the other hall refuses it.
/// </summary>
internal static class MovingTickets
{
    public static Decision Send(Hall hall, Window window, SendTicket send)
    {
        if (!window.IsStaffed)
            return Decision.No(Refusal.WindowNotOpen);
        if (string.IsNullOrEmpty(send.Reason))
            return Decision.No(Refusal.ReasonMissing);
        var (ticket, refusal) = TransferringTickets.Find(hall, window, send.Ticket);
        if (ticket is null)
            return Decision.No(refusal!.Value);
        var inHand = ReferenceEquals(ticket, window.InHand);
        var begun = new MoveBegun(
            ticket.Key,
            inHand ? window.Id : null,
            send.Move,
            send.To,
            send.Matter ?? ticket.Matter,
            send.Reason,
            ticket.Phase is TicketPhase.Serving);
        return inHand ? AttendingWindows.AfterTicket(window, begun) : AttendingWindows.AttendedFirst(window, begun);
    }

    public static Decision Receive(Hall hall, ReceiveTicket receive)
    {
        if (hall.Settled.Knows(receive.Move))
            return Decision.Nothing.Due;
        var guest = receive.Guest;
        if (!hall.Plan.Open)
            return Decision.No(Refusal.HallClosed);
        if (!hall.Lines.Matters.Knows(guest.Matter))
            return Decision.No(Refusal.MatterUnknown);
        if (!hall.Lines.Matters.IsServed(guest.Matter))
            return Decision.No(Refusal.MatterNotServedHere);
        return new Decision.Accept(
        [
            .. BorrowingTickets.LetGo(hall, guest.Ticket),
            new GuestCame(guest.Ticket, guest.Class, guest.Reason, guest.Matter, guest.Arrival, guest.HeadStart,
                guest.Effective, null, receive.Move),
        ]);
    }

    public static Decision Settle(Hall hall, SettleMove settle)
    {
        if (hall.Ticket(settle.Ticket) is not { Phase: TicketPhase.Moving moving } || moving.Move != settle.Move)
            return Decision.Nothing.Due;
        return settle.Refused is { } why
            ? Decision.Of(new MoveFailed(settle.Ticket, settle.Move, moving.To, why))
            : Decision.Of(new TicketMoved(settle.Ticket, settle.Move, moving.To));
    }
}
