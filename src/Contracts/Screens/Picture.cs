namespace Yihao.Contracts;

/// <summary>All that a screen of the hall shows, at one seq: numbers and windows, never a name.</summary>
/// <param name="Calls">The last 12 calls, newest first; a ticket stands there once.</param>
[GenerateSerializer, Immutable, Alias("yihao.Picture")]
public sealed record Picture(
    [property: Id(0)] string Hall,
    [property: Id(1)] string Name,
    [property: Id(2)] string? NameEn,
    [property: Id(3)] string Ledger,
    [property: Id(4)] long Seq,
    [property: Id(5)] DateTimeOffset At,
    [property: Id(6)] DateOnly BusinessDay,
    [property: Id(7)] IReadOnlyList<CallView> Calls,
    [property: Id(8)] IReadOnlyList<ScreenWindow> Windows,
    [property: Id(9)] IReadOnlyList<ClassCount> Waiting,
    [property: Id(10)] IReadOnlyList<NoticeView> Notices);

/// <param name="Kind"><c>called</c> or <c>recalled</c>.</param>
/// <param name="State">State of the ticket now.</param>
[GenerateSerializer, Immutable, Alias("yihao.CallView")]
public sealed record CallView(
    [property: Id(0)] long Seq,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string Kind,
    [property: Id(3)] string Ticket,
    [property: Id(4)] string Number,
    [property: Id(5)] string Window,
    [property: Id(6)] string State)
{
    /// <summary>Name of the hall that gave the number out, when it is another one.</summary>
    [Id(7)]
    public string? Home { get; init; }
}

[GenerateSerializer, Immutable, Alias("yihao.ScreenWindow")]
public sealed record ScreenWindow(
    [property: Id(0)] string Window,
    [property: Id(1)] string Kind,
    [property: Id(2)] string Name,
    [property: Id(3)] string State,
    [property: Id(4)] string? Number)
{
    /// <summary>Name of the hall that gave the number out, when it is another one.</summary>
    [Id(5)]
    public string? Home { get; init; }

    /// <summary>The window to which this one's line is called while its clerk is away.</summary>
    [Id(6)]
    public string? CoveredBy { get; init; }

    /// <summary>Of a booth in use: name of the hall whose clerk serves there.</summary>
    [Id(7)]
    public string? Helper { get; init; }

    /// <summary>Its citizen sits in another hall and is served by camera.</summary>
    [Id(8)]
    public bool ByCamera { get; init; }
}

[GenerateSerializer, Immutable, Alias("yihao.ClassCount")]
public sealed record ClassCount([property: Id(0)] string Class, [property: Id(1)] int Count);

[GenerateSerializer, Immutable, Alias("yihao.NoticeView")]
public sealed record NoticeView(
    [property: Id(0)] string Notice,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string Zh,
    [property: Id(3)] string En);
