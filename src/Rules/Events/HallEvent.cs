namespace Yihao.Rules;

/// <summary>
/// What happened in a hall. The hall's state is what its events make of it, and nothing else; kinds and fields are for
/// ever, because ledgers are read back for years.
/// </summary>
public abstract record HallEvent
{
    private protected HallEvent(string kind) => Kind = kind;

    /// <summary>The stable name on the wire and in the ledger.</summary>
    public string Kind { get; }
}

/// <summary>The hall's plan was made or changed: replaying a decision needs it.</summary>
public sealed record HallPlanned(HallPlan Plan) : HallEvent("hallPlanned");

/// <summary>A business day began; numbers start again.</summary>
public sealed record DayOpened(DateOnly Day) : HallEvent("dayOpened");

/// <summary>The hall is up again after an outage: spans that a clerk did not see do not count.</summary>
public sealed record HallResumed() : HallEvent("hallResumed");

/// <summary>Something the hall's people should know.</summary>
/// <param name="Ticket">The ticket it is about, if any.</param>
public sealed record NoticeGiven(NoticeKind Notice, TicketKey? Ticket) : HallEvent("notice");

/// <summary>What a notice says.</summary>
public enum NoticeKind
{
    /// <summary>Somebody has waited longer than the cap.</summary>
    WaitOverCap,

    /// <summary>Nobody waits longer than the cap any more.</summary>
    WaitUnderCap,
}
