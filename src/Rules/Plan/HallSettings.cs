namespace Yihao.Rules;

/// <summary>The numbers a hall may set for itself. The defaults are those of the domain.</summary>
public sealed record HallSettings
{
    /// <summary>Head start of a priority ticket. Default 60 min, 0 to 24 h.</summary>
    public TimeSpan PriorityHeadStart { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>Head start of an appointment, from its check-in. Default 30 min, 0 to 24 h.</summary>
    public TimeSpan AppointmentHeadStart { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// After so many tickets with a head start or sent directly, one without goes next. Default 3, 1 to 100.
    /// </summary>
    public int HeadStartsInRow { get; init; } = 3;

    /// <summary>
    /// A ticket that waits longer raises the alarm; every second call takes the oldest. Default 60 min.
    /// </summary>
    public TimeSpan WaitCap { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>How long a ticket is held at most. Default 15 min.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often a ticket may be held. Default 2.</summary>
    public int Holds { get; init; } = 2;

    /// <summary>Time between two calls of the same ticket. Default 10 s.</summary>
    public TimeSpan RecallApart { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Calls before a no-show is accepted, the first included. Default 3.</summary>
    public int CallsBeforeNoShow { get; init; } = 3;

    /// <summary>
    /// Time from the first call before a no-show is accepted; twice as long with two floors. Default 60 s.
    /// </summary>
    public TimeSpan NoShowAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Back within this time: the same clerk takes the ticket again. Default 5 min.</summary>
    public TimeSpan SameClerkWithin { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Back later: behind the next so many of its class. Default 3.</summary>
    public int ReturnBehind { get; init; } = 3;

    /// <summary>How often a no-show may come back with the same number. Default 2.</summary>
    public int Returns { get; init; } = 2;

    /// <summary>A called ticket without recall or no-show counts as started after this. Default 45 s.</summary>
    public TimeSpan InferStartAfter { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>How tickets come to windows. Default pull.</summary>
    public DispatchMode Mode { get; init; }

    /// <summary>An offer that nobody takes goes to the next window after this. Default 20 s.</summary>
    public TimeSpan OfferTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>No offers to a window whose clerk has given no sign for this long. Default 5 s.</summary>
    public TimeSpan OffersStopAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A clerk who has given no sign for this long is lost: a deputy covers. Default 30 s.</summary>
    public TimeSpan CoverAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A ticket called by a lost clerk is announced again at the covering window, this long after the last sign.
    /// Default 60 s, never before <see cref="CoverAfter"/>.
    /// </summary>
    public TimeSpan AnnounceAgainAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A window that calls nobody for this long while people wait for it raises an alarm. Default 10 min.
    /// </summary>
    public TimeSpan IdleAlarmAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Somebody who waits longer is served by another hall if one can. Default 20 min.</summary>
    public TimeSpan OverflowAfter { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>A window that is no remote desk serves another hall's citizen at most every so many calls while its own
    /// wait. Default 3.</summary>
    public int RemoteEvery { get; init; } = 3;

    /// <summary>Idle windows of this hall serve citizens of the halls above it by camera. Default false.</summary>
    public bool HelpsUp { get; init; }

    /// <summary>What starves in one hall below is told to the others below, so that idle ones help each other. Default
    /// false.</summary>
    public bool SharesBelow { get; init; }

    public TimeSpan HeadStartOf(TicketClass ticketClass) => ticketClass switch
    {
        TicketClass.Normal => TimeSpan.Zero,
        TicketClass.Priority => PriorityHeadStart,
        TicketClass.Appointment => AppointmentHeadStart,
        _ => throw new ArgumentOutOfRangeException(nameof(ticketClass), ticketClass, "unknown class"),
    };
}

/// <summary>How tickets come to windows. The order and the guarantees are the same.</summary>
public enum DispatchMode
{
    /// <summary>The clerk presses Call next.</summary>
    Pull,

    /// <summary>A window that is ready gets an offer; Call next only takes the offer.</summary>
    Push,

    /// <summary>Offers, and Call next at any time.</summary>
    PushAndPull,
}
