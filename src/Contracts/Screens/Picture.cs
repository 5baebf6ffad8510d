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
    [property: Id(6)] string State);

[GenerateSerializer, Immutable, Alias("yihao.ScreenWindow")]
public sealed record ScreenWindow(
    [property: Id(0)] string Window,
    [property: Id(1)] string Kind,
    [property: Id(2)] string Name,
    [property: Id(3)] string State,
    [property: Id(4)] string? Number);

[GenerateSerializer, Immutable, Alias("yihao.ClassCount")]
public sealed record ClassCount([property: Id(0)] string Class, [property: Id(1)] int Count);

[GenerateSerializer, Immutable, Alias("yihao.NoticeView")]
public sealed record NoticeView(
    [property: Id(0)] string Notice,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string Zh,
    [property: Id(3)] string En);
