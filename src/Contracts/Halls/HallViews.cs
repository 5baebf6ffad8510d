namespace Yihao.Contracts;

/// <param name="Level"><c>county</c>, <c>township</c> or <c>village</c>.</param>
/// <param name="Estimate">What a newcomer would wait; null when no window is open.</param>
[GenerateSerializer, Immutable, Alias("yihao.HallSummary")]
public sealed record HallSummary(
    [property: Id(0)] string Hall,
    [property: Id(1)] string Name,
    [property: Id(2)] string? NameEn,
    [property: Id(3)] string Level,
    [property: Id(4)] string? Parent,
    [property: Id(5)] bool Open,
    [property: Id(6)] int Waiting,
    [property: Id(7)] int WindowsOpen,
    [property: Id(8)] EstimateView? Estimate);

[GenerateSerializer, Immutable, Alias("yihao.HallView")]
public sealed record HallView(
    [property: Id(0)] HallSummary Summary,
    [property: Id(1)] DateOnly BusinessDay,
    [property: Id(2)] IReadOnlyList<AreaView> Areas,
    [property: Id(3)] IReadOnlyList<ClassView> Classes,
    [property: Id(4)] IReadOnlyList<WindowView> Windows);

[GenerateSerializer, Immutable, Alias("yihao.AreaView")]
public sealed record AreaView([property: Id(0)] string Area, [property: Id(1)] string Name);

[GenerateSerializer, Immutable, Alias("yihao.ClassView")]
public sealed record ClassView([property: Id(0)] string Class, [property: Id(1)] int HeadStartMinutes);

/// <param name="Prefix">Letter of the numbers given for it here.</param>
/// <param name="Minutes">Typical minutes at a window.</param>
[GenerateSerializer, Immutable, Alias("yihao.MatterView")]
public sealed record MatterView(
    [property: Id(0)] string Matter,
    [property: Id(1)] string Name,
    [property: Id(2)] string? NameEn,
    [property: Id(3)] string Department,
    [property: Id(4)] string? Domain,
    [property: Id(5)] string Kind,
    [property: Id(6)] int? PromisedDays,
    [property: Id(7)] IReadOnlyList<string> Materials,
    [property: Id(8)] double Minutes,
    [property: Id(9)] string Prefix);

/// <param name="After">Entries after this seq; 0 for the first.</param>
/// <param name="Take">1 to 1,000.</param>
[GenerateSerializer, Immutable, Alias("yihao.ReadLedgerRequest")]
public sealed record ReadLedgerRequest([property: Id(0)] long After, [property: Id(1)] int Take);

[GenerateSerializer, Immutable, Alias("yihao.LedgerPage")]
public sealed record LedgerPage([property: Id(0)] IReadOnlyList<LedgerLine> Lines);

/// <param name="Hash">Hexadecimal.</param>
/// <param name="Data">The event as JSON.</param>
[GenerateSerializer, Immutable, Alias("yihao.LedgerLine")]
public sealed record LedgerLine(
    [property: Id(0)] long Seq,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string Kind,
    [property: Id(3)] string? Ticket,
    [property: Id(4)] string? Number,
    [property: Id(5)] string? Window,
    [property: Id(6)] string? Clerk,
    [property: Id(7)] string Hash,
    [property: Id(8)] string Data);
