namespace Yihao.Contracts;

/// <summary>
/// What happened in a hall between two places of its ledger, for screens and counters. Seq numbers between
/// <see cref="After"/> and <see cref="UpTo"/> that are not among the events are not for screens.
/// </summary>
/// <param name="Waiting">How many wait now, by class.</param>
[GenerateSerializer, Immutable, Alias("yihao.HallEvents")]
public sealed record HallEvents(
    [property: Id(0)] string Hall,
    [property: Id(1)] string Ledger,
    [property: Id(2)] long After,
    [property: Id(3)] long UpTo,
    [property: Id(4)] IReadOnlyList<ClassCount> Waiting,
    [property: Id(5)] IReadOnlyList<ScreenEvent> Events);

/// <param name="State">State of the ticket after it.</param>
/// <param name="WindowState">State of the window after it.</param>
[GenerateSerializer, Immutable, Alias("yihao.ScreenEvent")]
public sealed record ScreenEvent(
    [property: Id(0)] long Seq,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string Kind,
    [property: Id(3)] string? Ticket,
    [property: Id(4)] string? Number,
    [property: Id(5)] string? Class,
    [property: Id(6)] string? State,
    [property: Id(7)] string? Window,
    [property: Id(8)] string? WindowState,
    [property: Id(9)] string? PauseReason,
    [property: Id(10)] string? Notice,
    [property: Id(11)] string? Zh,
    [property: Id(12)] string? En)
{
    /// <summary>Name of the hall that gave the number out, when it is another one.</summary>
    [Id(13)]
    public string? Home { get; init; }

    /// <summary>Of a cover: the window to which the line is called.</summary>
    [Id(14)]
    public string? By { get; init; }

    /// <summary>Of a cover, an offer or a booth: why, or whose.</summary>
    [Id(15)]
    public string? Cause { get; init; }

    /// <summary>The citizen sits in another hall and is called there: not for the voice of this one.</summary>
    [Id(16)]
    public bool ByCamera { get; init; }
}
