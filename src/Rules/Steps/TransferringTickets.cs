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
        var (ticket, refused) = Find(hall, window, transfer.Ticket);
        if (ticket is null)
            return Decision.No(refused!.Value);
        var inHand = ReferenceEquals(ticket, window.InHand);
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

    /// <summary>The ticket in hand, or one that waits: nothing else may be sent on.</summary>
    public static (Ticket? Ticket, Refusal? Refused) Find(Hall hall, Window window, TicketKey? key)
    {
        var ticket = key is { } known ? hall.Ticket(known) : window.InHand;
        if (ticket is null)
            return (null, key is null ? Refusal.TicketNotCalled : Refusal.TicketUnknown);
        if (ticket.Loan is not null)
            return (null, Refusal.TicketOfAnotherHall);
        if (ticket.Phase.IsFinished)
            return (null, Refusal.TicketAlreadyFinished);
        return ReferenceEquals(ticket, window.InHand) || ticket.Phase is TicketPhase.Waiting
            ? (ticket, null)
            : (null, Refusal.TicketNotWaiting);
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
