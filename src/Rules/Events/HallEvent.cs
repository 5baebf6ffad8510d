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

    /// <summary>The window at which it happened, if at one.</summary>
    public string? AtWindow => this switch
    {
        WindowChanged changed => changed.Window,
        TicketOffered offered => offered.Window,
        OfferEnded ended => ended.Window,
        TicketCalled called => called.Window,
        TicketRecalled recalled => recalled.Window,
        TicketStarted started => started.Window,
        TicketFinished finished => finished.Window,
        TicketNoShow noShow => noShow.Window,
        TicketReleased released => released.Window,
        TicketHeld held => held.Window,
        TicketTransferred transferred => transferred.Window,
        MoveBegun begun => begun.Window,
        WindowCovered covered => covered.Window,
        WindowUncovered uncovered => uncovered.Window,
        MattersRerouted rerouted => rerouted.Window,
        RestSet rest => rest.Window,
        LoanAsked asked => asked.Window,
        BoothTaken taken => taken.Booth,
        BoothFreed freed => freed.Booth,
        NoticeGiven given => given.Window,
        _ => null,
    };
}

/// <summary>The hall's plan was made or changed: replaying a decision needs it.</summary>
public sealed record HallPlanned(HallPlan Plan) : HallEvent("hallPlanned");

/// <summary>A business day began; numbers start again.</summary>
public sealed record DayOpened(DateOnly Day) : HallEvent("dayOpened");

/// <summary>The hall is up again after an outage: spans that a clerk did not see do not count.</summary>
public sealed record HallResumed() : HallEvent("hallResumed");

/// <summary>
/// A later try of a request was answered, and nothing was done: a copy of an earlier one may still come, to whoever has
/// the hall by then, and must not be done either.
/// </summary>
/// <param name="Try">Which it was; 2 or more.</param>
public sealed record RequestAnswered(Request Asked, int Try) : HallEvent("requestAnswered");

/// <summary>Something the hall's people should know.</summary>
/// <param name="Ticket">The ticket it is about, if any.</param>
/// <param name="Window">The window it is about, if any.</param>
public sealed record NoticeGiven(NoticeKind Notice, TicketKey? Ticket, string? Window = null) : HallEvent("notice");

/// <summary>What a notice says.</summary>
public enum NoticeKind
{
    /// <summary>Somebody has waited longer than the cap.</summary>
    WaitOverCap,

    /// <summary>Nobody waits longer than the cap any more.</summary>
    WaitUnderCap,

    /// <summary>空岗: a window is open, people wait for it, and it has called nobody for long.</summary>
    WindowIdle,
}
