using Yihao.Rules;

namespace Yihao.Grains.Network;

/// <summary>
/// What a hall does differently; null is the rules' default, which stands in brackets. The unit is in the name.
/// </summary>
public sealed record SettingsDefinition
{
    /// <summary>No difference at all.</summary>
    public static SettingsDefinition None { get; } = new();

    /// <summary>Head start of the priority class (60), 0 to 480.</summary>
    public int? PriorityHeadStartMinutes { get; init; }

    /// <summary>Head start of an appointment, from check-in (30), 0 to 480.</summary>
    public int? AppointmentHeadStartMinutes { get; init; }

    /// <summary>Calls in a row with a head start before one without goes next (3), 1 to 20.</summary>
    public int? HeadStartsInRow { get; init; }

    /// <summary>Oldest wait after which every second call takes the oldest arrival (60), 5 to 480.</summary>
    public int? WaitCapMinutes { get; init; }

    /// <summary>How long a ticket may be held (15), 1 to 240.</summary>
    public int? HoldMinutes { get; init; }

    /// <summary>How often a ticket may be held (2), 0 to 10.</summary>
    public int? Holds { get; init; }

    /// <summary>Shortest time between two calls of a ticket (10), 1 to 120.</summary>
    public int? RecallApartSeconds { get; init; }

    /// <summary>Calls before a no-show is accepted, the first included (3), 1 to 10.</summary>
    public int? CallsBeforeNoShow { get; init; }

    /// <summary>Time from the first call before a no-show is accepted (60), 0 to 600; two floors double it.</summary>
    public int? NoShowAfterSeconds { get; init; }

    /// <summary>Time after a no-show in which the same clerk may take the ticket again (5), 0 to 60.</summary>
    public int? SameClerkWithinMinutes { get; init; }

    /// <summary>Tickets of its class that go before a late return (3), 0 to 20.</summary>
    public int? ReturnBehind { get; init; }

    /// <summary>How often a no-show may come back with the same number (2), 0 to 10.</summary>
    public int? Returns { get; init; }

    /// <summary>A ticket called so long ago without recall or no-show counts as started (45), 10 to 600.</summary>
    public int? InferStartAfterSeconds { get; init; }

    /// <summary>How tickets come to windows (pull).</summary>
    public DispatchMode? Mode { get; init; }

    /// <summary>An offer that nobody takes goes to the next window after this (20), 5 to 120.</summary>
    public int? OfferTimeoutSeconds { get; init; }

    /// <summary>No offers to a clerk who has given no sign for so long (5), 2 to 60; never more than
    /// <see cref="CoverAfterSeconds"/>.</summary>
    public int? OffersStopAfterSeconds { get; init; }

    /// <summary>A clerk who has given no sign for so long is lost, and a deputy covers (30), 5 to 600.</summary>
    public int? CoverAfterSeconds { get; init; }

    /// <summary>Time from the last sign of a lost clerk until the ticket called last is announced again (60, or
    /// <see cref="CoverAfterSeconds"/> where that is more), 5 to 900; never less than that.</summary>
    public int? AnnounceAgainAfterSeconds { get; init; }

    /// <summary>A window that calls nobody for so long while people wait for it raises an alarm (10), 1 to 120.
    /// </summary>
    public int? IdleAlarmMinutes { get; init; }

    /// <summary>Somebody who waits longer is served by another hall if one can (20), 0 to 480; 0 is at once.</summary>
    public int? OverflowAfterMinutes { get; init; }

    /// <summary>A window that is no remote desk serves another hall's citizen at most every so many calls while its own
    /// wait (3), 1 to 20.</summary>
    public int? RemoteEvery { get; init; }

    /// <summary>Whether idle windows of this hall serve citizens of the halls above it by camera (false).</summary>
    public bool HelpsUp { get; init; }

    /// <summary>Whether what starves in one hall below is told to the others below (false).</summary>
    public bool SharesBelow { get; init; }
}
