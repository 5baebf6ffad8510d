namespace Yihao.Rules;

/// <summary>What halls say to each other, and to themselves about each other.</summary>
public abstract record TierCommand : HallCommand
{
    private protected TierCommand() { }
}

/// <summary>Helper: a window is about to serve a citizen of another hall.</summary>
/// <param name="Loan">A new id, unique for ever.</param>
/// <param name="FinishCurrent">The ticket in hand is finished when the loan is taken.</param>
public sealed record AskLoan(string Window, string Home, string Loan, bool FinishCurrent) : TierCommand;

/// <summary>Home: lends the first ticket of those that starve here and that the clerk can serve.</summary>
/// <param name="Kins">What the clerk can serve by camera; null for everything.</param>
public sealed record LendTicket(
    string Loan, string Helper, string HelperWindow, string Clerk, IReadOnlyList<string>? Kins) : TierCommand;

/// <summary>Helper: the home has lent it. In a hall with offers the window is asked first.</summary>
public sealed record TakeLoan(string Window, LentTicket Lent, bool FinishCurrent) : TierCommand;

/// <summary>Helper: gives a loan up that was asked for and not taken.</summary>
public sealed record WithdrawLoan(string Loan) : TierCommand;

/// <summary>Home: how far the helper is with it; may be repeated.</summary>
public sealed record HearOfLoan(string Loan, LoanStatus Status) : TierCommand;

/// <summary>Helper: the home knows the end of it, or never lent it, or has taken it back.</summary>
public sealed record SettleLoan(string Loan) : TierCommand;

/// <summary>A clerk sends a ticket to another hall, for good.</summary>
/// <param name="Ticket">A waiting ticket; null for the one in hand.</param>
/// <param name="Matter">The new matter; null to keep it.</param>
/// <param name="Move">A new id, unique for ever.</param>
public sealed record SendTicket(string Window, TicketKey? Ticket, string To, string? Matter, string Reason, string Move)
    : WindowCommand(Window);

/// <summary>The other hall: takes the ticket into its lines.</summary>
public sealed record ReceiveTicket(string Move, Guest Guest) : TierCommand;

/// <summary>The hall that sent it: the other one has it, or has refused it.</summary>
/// <param name="Refused">Null when it has it.</param>
public sealed record SettleMove(string Move, TicketKey Ticket, Refusal? Refused) : TierCommand;

/// <summary>A ticket on its way between halls.</summary>
/// <param name="Ticket">As the receiving hall knows it.</param>
/// <param name="Effective">Its effective arrival.</param>
public sealed record Guest(
    TicketKey Ticket,
    TicketClass Class,
    string? Reason,
    string Matter,
    DateTimeOffset Arrival,
    TimeSpan HeadStart,
    DateTimeOffset Effective)
{
    /// <param name="matter">The matter it is sent for.</param>
    public static Guest Of(Hall hall, Ticket ticket, string matter, string to)
    {
        ArgumentNullException.ThrowIfNull(hall);
        ArgumentNullException.ThrowIfNull(ticket);
        return new(ticket.Key.SeenFrom(hall.Plan.Hall, to), ticket.Class, ticket.Reason, matter, ticket.Arrival,
            ticket.HeadStart, ticket.Place.EffectiveAt);
    }
}

/// <param name="Booth">Where the citizen sits.</param>
public sealed record LentTicket(string Loan, string Booth, Guest Guest)
{
    /// <summary>What the home has lent under this id; null when it has not, or no more.</summary>
    public static LentTicket? Of(Hall hall, string loan)
    {
        ArgumentNullException.ThrowIfNull(hall);
        if (LendingTickets.BoothOf(hall, loan) is not { Staffing: Staffing.Remote remote, InHand: { } ticket } booth)
            return null;
        // With its home even where that is the helper: there it is a guest of the hall in which the citizen sits.
        var key = ticket.Key with { Home = ticket.Key.Home ?? hall.Plan.Hall };
        return new(loan, booth.Id, Guest.Of(hall, ticket, ticket.Matter, remote.Helper) with { Ticket = key });
    }
}

/// <summary>How far a helper is with a loan.</summary>
/// <param name="Calls">Calls and recalls.</param>
/// <param name="Started">The citizen sits in the booth.</param>
/// <param name="End">Null while it goes on.</param>
/// <param name="Outcome">As the clerk said at the end.</param>
public sealed record LoanStatus(int Calls, bool Started, LoanEnd? End, string? Outcome);

public enum LoanEnd
{
    Finished,
    NoShow,

    /// <summary>Let go: back to its old place at home.</summary>
    Returned,
}
