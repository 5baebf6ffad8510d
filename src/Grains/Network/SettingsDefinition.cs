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
}
