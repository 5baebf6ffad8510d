namespace Yihao.Contracts;

/// <summary>The answer to a clerk: the window after it, and for a call the ticket.</summary>
/// <param name="Ticket">The ticket that is now in hand; null when there is none.</param>
/// <param name="Number">Its number.</param>
/// <param name="Reason">Why there is no ticket after a call-next: <c>nobody-waiting</c> or
/// <c>window-paused</c>.</param>
[GenerateSerializer, Immutable, Alias("yihao.WindowAnswer")]
public sealed record WindowAnswer(
    [property: Id(0)] WindowView Window,
    [property: Id(1)] string? Ticket,
    [property: Id(2)] string? Number,
    [property: Id(3)] string? Reason);

/// <param name="State"><c>closed</c>, <c>ready</c>, <c>offered</c>, <c>calling</c>, <c>serving</c>, <c>paused</c> or
/// <c>unattended</c>.</param>
/// <param name="PauseRequested">A pause begins after the ticket in hand.</param>
/// <param name="Post"><c>a</c> or <c>b</c>.</param>
/// <param name="Covering">Windows whose lines it covers.</param>
[GenerateSerializer, Immutable, Alias("yihao.WindowView")]
public sealed record WindowView(
    [property: Id(0)] string Window,
    [property: Id(1)] string Kind,
    [property: Id(2)] string Name,
    [property: Id(3)] IReadOnlyList<string> Domains,
    [property: Id(4)] IReadOnlyList<string> Matters,
    [property: Id(5)] string State,
    [property: Id(6)] bool PauseRequested,
    [property: Id(7)] PauseView? Pause,
    [property: Id(8)] string? Clerk,
    [property: Id(9)] string? Post,
    [property: Id(10)] string? Ticket,
    [property: Id(11)] InHandView? InHand,
    [property: Id(12)] IReadOnlyList<string> Covering,
    [property: Id(13)] PostsView Posts)
{
    /// <summary>How many wait whom this window may serve with the clerk now at it.</summary>
    [Id(14)]
    public int Servable { get; init; }

    /// <summary>What it is asked to take; null when nothing.</summary>
    [Id(15)]
    public OfferView? Offer { get; init; }

    /// <summary>The window whose deputy covers this one; null when nobody does.</summary>
    [Id(16)]
    public string? CoveredBy { get; init; }

    /// <summary>The windows that this one covers, with their waits.</summary>
    [Id(17)]
    public IReadOnlyList<CoverView> Covers { get; init; } = [];

    /// <summary>Windows that take the matters nobody else serves, while its clerk is away without a deputy.</summary>
    [Id(18)]
    public IReadOnlyList<string> ReroutedTo { get; init; } = [];

    /// <summary>Time the clerk wants between two tickets.</summary>
    [Id(19)]
    public int RestSeconds { get; init; }

    /// <summary>No sign of the clerk for a moment.</summary>
    [Id(20)]
    public bool Silent { get; init; }

    /// <summary>Offers of the day that were declined.</summary>
    [Id(21)]
    public int Declined { get; init; }

    /// <summary>Offers of the day that nobody took in time.</summary>
    [Id(22)]
    public int Lapsed { get; init; }

    /// <summary>It serves citizens of other halls first: a remote desk.</summary>
    [Id(23)]
    public bool RemoteDesk { get; init; }

    /// <summary>A first clerk who sits down again after the ticket in hand.</summary>
    [Id(24)]
    public string? Returning { get; init; }

    /// <summary>Of a booth: the hall whose clerk serves there now.</summary>
    [Id(25)]
    public string? RemoteHall { get; init; }
}

[GenerateSerializer, Immutable, Alias("yihao.PauseView")]
public sealed record PauseView([property: Id(0)] string Reason, [property: Id(1)] DateTimeOffset? Until);

/// <summary>Clerk ids: the ones that may open the window.</summary>
[GenerateSerializer, Immutable, Alias("yihao.PostsView")]
public sealed record PostsView([property: Id(0)] string? A, [property: Id(1)] IReadOnlyList<string> B);

/// <param name="Calls">Calls and recalls.</param>
/// <param name="RecallFrom">From when a recall is accepted; null when none can be.</param>
/// <param name="NoShowFrom">From when a no-show is accepted; null while it has not been called often enough.</param>
/// <param name="CallsLeft">Calls still needed before a no-show is accepted; 0 when it was called often enough.</param>
[GenerateSerializer, Immutable, Alias("yihao.InHandView")]
public sealed record InHandView(
    [property: Id(0)] string Ticket,
    [property: Id(1)] string Number,
    [property: Id(2)] string State,
    [property: Id(3)] string? Matter,
    [property: Id(4)] string? MatterName,
    [property: Id(5)] string Class,
    [property: Id(6)] DateTimeOffset ArrivedAt,
    [property: Id(7)] DateTimeOffset CalledAt,
    [property: Id(8)] DateTimeOffset? StartedAt,
    [property: Id(9)] bool StartInferred,
    [property: Id(10)] int Calls,
    [property: Id(11)] DateTimeOffset? RecallFrom,
    [property: Id(12)] DateTimeOffset? NoShowFrom,
    [property: Id(13)] int CallsLeft)
{
    /// <summary>The citizen's hall, when it is another one; null for the hall's own.</summary>
    [Id(14)]
    public string? Home { get; init; }

    /// <summary>Its name.</summary>
    [Id(15)]
    public string? HomeName { get; init; }

    /// <summary>Served by camera, so it cannot be held or sent on.</summary>
    [Id(16)]
    public bool ByCamera { get; init; }
}
