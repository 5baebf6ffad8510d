namespace Yihao.Rules;

/// <summary>
/// Another matter, another window: a wrong choice corrected, or the next step of the visit. Number and arrival stay.
/// </summary>
internal static class TransferringTickets
{
    public static Decision Decide(Hall hall, Window window, TransferTicket transfer)
    {
        if (!window.IsStaffed)
            return Decision.No(Refusal.WindowNotOpen);
        if (string.IsNullOrEmpty(transfer.Reason))
            return Decision.No(Refusal.ReasonMissing);
        var ticket = transfer.Ticket is { } key ? hall.Ticket(key) : window.InHand;
        if (ticket is null)
            return Decision.No(transfer.Ticket is null ? Refusal.TicketNotCalled : Refusal.TicketUnknown);
        if (ticket.Phase.IsFinished)
            return Decision.No(Refusal.TicketAlreadyFinished);
        var inHand = ReferenceEquals(ticket, window.InHand);
        if (!inHand && ticket.Phase is not TicketPhase.Waiting)
            return Decision.No(Refusal.TicketNotWaiting);

        var matter = transfer.Matter ?? ticket.Matter;
        if (WhereTo(hall, matter, transfer.ToWindow) is { } refusal)
            return refusal;
        var served = ticket.Phase is TicketPhase.Serving;
        var moved = new TicketTransferred(
            ticket.Key, inHand ? window.Id : null, matter, transfer.ToWindow, transfer.Reason, served);
        return inHand
            ? AttendingWindows.AfterTicket(window, moved)
            : AttendingWindows.AttendedFirst(window, moved);
    }

    private static Decision? WhereTo(Hall hall, string matter, string? toWindow)
    {
        if (!hall.Lines.Matters.Knows(matter))
            return Decision.No(Refusal.MatterUnknown);
        if (toWindow is null)
            return hall.Lines.Matters.IsServed(matter) ? null : Decision.No(Refusal.MatterNotServedHere);
        if (hall.Window(toWindow) is not { } target)
            return Decision.No(Refusal.WindowUnknown);
        if (target.Staffing is Staffing.Closed or Staffing.Unattended)
            return Decision.No(Refusal.WindowNotOpen);
        return target.Groups.Contains(hall.Lines.Matters.GroupOf(matter))
            ? null
            : Decision.No(Refusal.MatterNotServedHere);
    }
}
