namespace Yihao.Rules.Tests.Model;

/// <summary>A ticket with plain fields that anybody may change.</summary>
internal sealed class NaiveTicket
{
    public required TicketKey Key { get; init; }

    public required TicketClass Class { get; init; }

    public required DateTimeOffset Arrival { get; init; }

    public required TimeSpan HeadStart { get; init; }

    public required string Matter { get; set; }

    public DateTimeOffset Effective { get; set; }

    public string? SentTo { get; set; }

    public TicketState State { get; set; } = TicketState.Waiting;

    /// <summary>Where it is, or was called in vain.</summary>
    public string? Window { get; set; }

    public DateTimeOffset FirstCall { get; set; }

    public DateTimeOffset LastCall { get; set; }

    public int Calls { get; set; }

    public bool Inferred { get; set; }

    public DateTimeOffset HeldUntil { get; set; }

    public DateTimeOffset GoneAt { get; set; }

    public int Holds { get; set; }

    public int Returns { get; set; }

    public bool IsFinished => State is TicketState.Done or TicketState.Cancelled or TicketState.Expired;

    public DateTimeOffset OfferedAt { get; set; }

    public DateTimeOffset OfferedUntil { get; set; }

    /// <summary>Which rule chose it for the offer.</summary>
    public CallRule Rule { get; set; }

    /// <summary>The arrival that counts for the cap: a late return begins again.</summary>
    public DateTimeOffset Counted => Effective + HeadStart;

    /// <summary>Called, or taken for started without anybody saying so.</summary>
    public bool IsCalled => State == TicketState.Called || (State == TicketState.Serving && Inferred);
}

internal sealed class NaiveWindow
{
    public required WindowPlan Plan { get; set; }

    public string Id => Plan.Window;

    /// <summary>closed, open, paused or gone.</summary>
    public string Mode { get; set; } = "closed";

    public string? Clerk { get; set; }

    public Post Post { get; set; }

    public Pause? PauseWish { get; set; }

    /// <summary>The first clerk, who waits for the deputy's ticket in hand.</summary>
    public string? Returning { get; set; }

    /// <summary>Its clerk signed off today.</summary>
    public bool Left { get; set; }

    public DateTimeOffset LostAt { get; set; }

    public string? CoveredBy { get; set; }

    public Rerouting Rerouted { get; set; } = Rerouting.None;

    /// <summary>Since when the deputy from standby sits here; null for everybody else.</summary>
    public DateTimeOffset? FromStandbyAt { get; set; }

    public DateTimeOffset FreeSince { get; set; }

    public bool IdleNoticed { get; set; }

    public bool Silent { get; set; }

    public DateTimeOffset OfferFrom { get; set; }

    public TimeSpan Rest { get; set; }

    public int Declined { get; set; }

    public int Lapsed { get; set; }

    public int InRow { get; set; }

    public bool TookOldest { get; set; }
}
