namespace Yihao.Rules;

/// <summary>
/// A ticket of another hall that a window here serves by camera, or is about to. Kept until the home knows the end.
/// </summary>
/// <param name="Window">The window here.</param>
/// <param name="Ticket">The guest; null until it is taken.</param>
/// <param name="End">How it ended here; null while it goes on.</param>
public sealed record Loan(
    string Id,
    string Home,
    string Window,
    TicketKey? Ticket,
    DateTimeOffset Since,
    int Calls = 0,
    bool Started = false,
    LoanEnd? End = null,
    string? Outcome = null)
{
    public LoanStatus Status => new(Calls, Started, End, Outcome);
}
