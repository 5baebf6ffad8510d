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
    [property: Id(8)] EstimateView? Estimate)
{
    /// <summary>How long the oldest has waited.</summary>
    [Id(9)]
    public int OldestWaitMinutes { get; init; }

    /// <summary>Windows whose clerk is away without a word, or covered by a deputy.</summary>
    [Id(10)]
    public int WindowsAway { get; init; }

    /// <summary>
    /// Other halls may serve some of those who wait: <c>nobody</c> is there for them, or the <c>wait</c> is too long;
    /// null when the hall copes.
    /// </summary>
    [Id(11)]
    public string? Overflow { get; init; }

    /// <summary>Its citizens who are served by other halls now.</summary>
    [Id(12)]
    public int ServedElsewhere { get; init; }

    /// <summary>Citizens of other halls whom it serves now.</summary>
    [Id(13)]
    public int Helping { get; init; }

    /// <summary>Booths, and how many are free.</summary>
    [Id(14)]
    public int Booths { get; init; }

    [Id(15)]
    public int BoothsFree { get; init; }
}

[GenerateSerializer, Immutable, Alias("yihao.HallView")]
public sealed record HallView(
    [property: Id(0)] HallSummary Summary,
    [property: Id(1)] DateOnly BusinessDay,
    [property: Id(2)] IReadOnlyList<AreaView> Areas,
    [property: Id(3)] IReadOnlyList<ClassView> Classes,
    [property: Id(4)] IReadOnlyList<WindowView> Windows)
{
    /// <summary><c>pull</c>, <c>push</c> or <c>pushAndPull</c>.</summary>
    [Id(5)]
    public string Mode { get; init; } = "pull";

    /// <summary>Deputies who are there without a window.</summary>
    [Id(6)]
    public IReadOnlyList<string> Standby { get; init; } = [];

    /// <summary>Places where citizens are served by camera.</summary>
    [Id(7)]
    public IReadOnlyList<WindowView> BoothPlaces { get; init; } = [];

    /// <summary>How good today's estimates were; null before the first.</summary>
    [Id(8)]
    public EstimateErrorView? EstimateError { get; init; }
}

/// <summary>Of all first calls of the day, against what was said at the taking of the number.</summary>
/// <param name="UnderFrom">Share of waits up to the lower bound: a half when the estimate is good.</param>
/// <param name="UnderTo">Share of waits up to the upper bound: nine in ten when the estimate is good.</param>
/// <param name="MeanErrorMinutes">Wait minus lower bound: above 0 the hall promised too little.</param>
/// <param name="MeanOffMinutes">The same without sign.</param>
[GenerateSerializer, Immutable, Alias("yihao.EstimateErrorView")]
public sealed record EstimateErrorView(
    [property: Id(0)] int Calls,
    [property: Id(1)] double UnderFrom,
    [property: Id(2)] double UnderTo,
    [property: Id(3)] double MeanErrorMinutes,
    [property: Id(4)] double MeanOffMinutes);


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
