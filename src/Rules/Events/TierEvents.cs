namespace Yihao.Rules;

/// <summary>
/// Here: the hall's windows do not suffice for some matters, and other halls may serve them by camera; or they do
/// again.
/// </summary>
/// <param name="Matter">One of the group of matters that it is about.</param>
/// <param name="Cause">Null when it is over.</param>
public sealed record OverflowChanged(string Matter, OverflowCause? Cause) : HallEvent("overflow");

public enum OverflowCause
{
    /// <summary>Nobody of the hall is there for it.</summary>
    Nobody,

    /// <summary>The oldest has waited longer than the hall's limit.</summary>
    Wait,
}

/// <summary>Home of a loan: a booth is kept for a clerk of another hall. The call of the ticket follows.</summary>
/// <param name="Helper">The hall of the clerk.</param>
/// <param name="HelperWindow">The clerk's window there.</param>
public sealed record BoothTaken(string Booth, string Loan, string Helper, string HelperWindow, string Clerk)
    : HallEvent("boothTaken");

/// <summary>Home of a loan: it is over, and late repeats of it are answered so.</summary>
public sealed record BoothFreed(string Booth, string Loan) : HallEvent("boothFreed");

/// <summary>Home of a loan: it was given up before anything was lent; a late request for it is refused.</summary>
public sealed record LoanRefused(string Loan) : HallEvent("loanRefused");

/// <summary>Helper: a window is about to serve a citizen of another hall.</summary>
public sealed record LoanAsked(string Loan, string Home, string Window) : HallEvent("loanAsked");

/// <summary>Helper: the loan is given up; the home is told until it has said so.</summary>
public sealed record LoanWithdrawn(string Loan) : HallEvent("loanWithdrawn");

/// <summary>Helper: home and helper agree that the loan is over.</summary>
public sealed record LoanSettled(string Loan) : HallEvent("loanSettled");

/// <summary>
/// A ticket of another hall is here, with its number, arrival and head start: on loan to be served by camera, or moved
/// for good.
/// </summary>
/// <param name="Effective">Its effective arrival.</param>
/// <param name="Loan">The loan, if it is one.</param>
/// <param name="Move">The move, if it is one.</param>
public sealed record GuestCame(
    TicketKey Ticket,
    TicketClass Class,
    string? Reason,
    string Matter,
    DateTimeOffset Arrival,
    TimeSpan HeadStart,
    DateTimeOffset Effective,
    string? Loan,
    string? Move)
    : TicketEvent("guestCame", Ticket);

/// <summary>A ticket is sent to another hall; until that hall has it, it is kept here, out of every line.</summary>
/// <param name="Window">Where it comes from; null when it was waiting.</param>
/// <param name="StepDone">It was being served: this is the next step of the visit.</param>
public sealed record MoveBegun(
    TicketKey Ticket, string? Window, string Move, string To, string Matter, string Reason, bool StepDone)
    : TicketEvent("moveBegun", Ticket);

/// <summary>The other hall has it.</summary>
public sealed record TicketMoved(TicketKey Ticket, string Move, string To) : TicketEvent("moved", Ticket);

/// <summary>The other hall cannot take it: it is back at its old place.</summary>
public sealed record MoveFailed(TicketKey Ticket, string Move, string To, Refusal Why)
    : TicketEvent("moveFailed", Ticket);
