namespace Yihao.Rules;

/// <summary>Helper: a window of this hall serves a citizen of another one by camera.</summary>
internal static class BorrowingTickets
{
    /// <summary>The intent stands in the ledger before the home is asked, so that no loan is ever forgotten.</summary>
    public static Decision Ask(Hall hall, AskLoan ask)
    {
        if (hall.Window(ask.Window) is not { } window)
            return Decision.No(Refusal.WindowUnknown);
        if (window.Asking is not null || hall.Loan(ask.Loan) is not null)
            return Decision.No(Refusal.WindowBusy);
        return Refused(window, ask.FinishCurrent) ?? Decision.Of(new LoanAsked(ask.Loan, ask.Home, ask.Window));
    }

    public static Decision Take(Hall hall, TakeLoan take, DateTimeOffset now)
    {
        if (hall.Window(take.Window) is not { } window)
            return Decision.No(Refusal.WindowUnknown);
        if (window.Asking != take.Lent.Loan || hall.Loan(take.Lent.Loan) is not { Ticket: null, End: null })
            return Decision.No(Refusal.LoanOver);
        if (Refused(window, take.FinishCurrent) is { } refusal)
            return refusal;
        var guest = take.Lent.Guest;
        IReadOnlyList<HallEvent> finished = window.InHand is null ? [] : ServingTickets.FinishEvents(window, null);
        return new Decision.Accept(
        [
            .. LetGo(hall, guest.Ticket, window),
            .. finished,
            .. window.InHand is null ? AttendingWindows.BackFirst(window) : [],
            new GuestCame(guest.Ticket, guest.Class, guest.Reason, guest.Matter, guest.Arrival, guest.HeadStart,
                guest.Effective, take.Lent.Loan, null),
            hall.Settings.Mode == DispatchMode.Pull
                ? new TicketCalled(guest.Ticket, window.Id, window.Staffing.AtIt!, CallRule.Remote, null)
                : new TicketOffered(guest.Ticket, window.Id, now + hall.Settings.OfferTimeout, CallRule.Remote),
        ]);
    }

    public static Decision Withdraw(Hall hall, WithdrawLoan withdraw) => hall.Loan(withdraw.Loan) switch
    {
        null => Decision.No(Refusal.LoanOver),
        { Ticket: null, End: null } => Decision.Of(new LoanWithdrawn(withdraw.Loan)),
        _ => Decision.Nothing.Due,
    };

    /// <summary>The home knows the end; or it has taken the ticket back, and the window lets it go.</summary>
    public static Decision Settle(Hall hall, SettleLoan settle)
    {
        if (hall.Loan(settle.Loan) is not { } loan)
            return Decision.Nothing.Due;
        return loan is { End: null, Ticket: { } key } && hall.Ticket(key) is { } guest && guest.Loan == loan.Id
            ? new Decision.Accept([.. LetGo(hall, guest), new LoanSettled(loan.Id)])
            : Decision.Of(new LoanSettled(loan.Id));
    }

    /// <summary>
    /// The home has something else in mind with a ticket that is lent to a window here: it has taken it back, and this
    /// hall has not heard of it.
    /// </summary>
    public static IEnumerable<HallEvent> LetGo(Hall hall, TicketKey key, Window? except = null) =>
        hall.Ticket(key) is { Loan: not null, Phase.IsFinished: false } guest && !ReferenceEquals(guest, except?.InHand)
            ? LetGo(hall, guest)
            : [];

    private static IEnumerable<HallEvent> LetGo(Hall hall, Ticket guest)
    {
        if (guest.Phase is TicketPhase.Offered offered)
            return [new OfferEnded(guest.Key, offered.Window, OfferEnd.Withdrawn, null)];
        var window = hall.WindowsById[guest.Phase.AtWindow!];
        var released = new TicketReleased(guest.Key, window.Id, ReleaseCause.TakenAway);
        return AttendingWindows.ChangeNext(window) is { } change ? [released, change] : [released];
    }

    /// <summary>A pause that is wished for, or a clerk coming back, goes before a citizen of another hall.</summary>
    private static Decision? Refused(Window window, bool finishCurrent) => window switch
    {
        { Staffing: Staffing.Paused or Staffing.Open { PauseWish: not null } } => Decision.No(Refusal.WindowPaused),
        { MayCall: false } or { Staffing: Staffing.Open { Returning: not null } } => Decision.No(Refusal.WindowNotOpen),
        { Offer: not null } => Decision.No(Refusal.WindowBusy),
        { InHand: not null } when !finishCurrent => Decision.No(Refusal.WindowBusy),
        _ => null,
    };
}
