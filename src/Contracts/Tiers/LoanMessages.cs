namespace Yihao.Contracts;

/// <summary>A clerk of another hall is ready to serve one who starves here by camera.</summary>
/// <param name="Loan">The helper's id of it: the same id gives the same answer.</param>
/// <param name="Kins">What the clerk can serve by camera; null for everything.</param>
[GenerateSerializer, Immutable, Alias("yihao.LendRequest")]
public sealed record LendRequest(
    [property: Id(0)] string Loan,
    [property: Id(1)] string Helper,
    [property: Id(2)] string HelperWindow,
    [property: Id(3)] string Clerk,
    [property: Id(4)] IReadOnlyList<string>? Kins);

/// <summary>What the home says to a helper. Closed: both cases are in this file.</summary>
[GenerateSerializer, Immutable, Alias("yihao.LendAnswer")]
public abstract record LendAnswer
{
    private protected LendAnswer() { }
}

/// <param name="Booth">Where the citizen sits.</param>
[GenerateSerializer, Immutable, Alias("yihao.Lent")]
public sealed record Lent([property: Id(0)] string Booth, [property: Id(1)] GuestTicket Ticket) : LendAnswer;

/// <param name="Code">Why nothing is lent, for example <c>nobody-waiting</c>.</param>
[GenerateSerializer, Immutable, Alias("yihao.NotLent")]
public sealed record NotLent([property: Id(0)] string Code) : LendAnswer;

/// <summary>A ticket on its way between halls.</summary>
/// <param name="Ticket">The public id.</param>
/// <param name="HeadStart">Fixed when the number was taken.</param>
/// <param name="Effective">Effective arrival: its place in any line.</param>
[GenerateSerializer, Immutable, Alias("yihao.GuestTicket")]
public sealed record GuestTicket(
    [property: Id(0)] string Ticket,
    [property: Id(1)] string Class,
    [property: Id(2)] string? Reason,
    [property: Id(3)] string Matter,
    [property: Id(4)] DateTimeOffset Arrival,
    [property: Id(5)] TimeSpan HeadStart,
    [property: Id(6)] DateTimeOffset Effective);

/// <summary>How far a helper is; told until the home has answered to the end.</summary>
/// <param name="End"><c>finished</c>, <c>noShow</c> or <c>returned</c>; null while it goes on.</param>
[GenerateSerializer, Immutable, Alias("yihao.LoanNews")]
public sealed record LoanNews(
    [property: Id(0)] string Loan,
    [property: Id(1)] int Calls,
    [property: Id(2)] bool Started,
    [property: Id(3)] string? End,
    [property: Id(4)] string? Outcome);

/// <summary>A ticket is sent here for good.</summary>
/// <param name="Move">The sender's id of it: the same id is the same ticket, once.</param>
[GenerateSerializer, Immutable, Alias("yihao.MoveRequest")]
public sealed record MoveRequest([property: Id(0)] string Move, [property: Id(1)] GuestTicket Ticket);
