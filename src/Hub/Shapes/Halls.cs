using Yihao.Contracts;

namespace Yihao.Hub.Shapes;

/// <param name="Estimate">What a newcomer would wait; null when no window is open, or the hall does not answer
/// now.</param>
/// <param name="AsOf">Null when the hall does not answer now: then only what is planned is shown.</param>
internal sealed record ListedHall(
    string Hall,
    string Name,
    string? NameEn,
    string Level,
    string? Parent,
    bool Open,
    int Waiting,
    int WindowsOpen,
    EstimateView? Estimate,
    AsOf? AsOf)
{
    /// <summary>How long the oldest has waited.</summary>
    public int OldestWaitMinutes { get; init; }

    /// <summary>Windows whose clerk is away without a word, or covered by a deputy.</summary>
    public int WindowsAway { get; init; }

    /// <summary>Other halls may serve some of those who wait: <c>nobody</c> is there for them, or the <c>wait</c> is
    /// too long; null when the hall copes.</summary>
    public string? Overflow { get; init; }

    /// <summary>Its citizens who are served by other halls now.</summary>
    public int ServedElsewhere { get; init; }

    /// <summary>Citizens of other halls whom it serves now.</summary>
    public int Helping { get; init; }

    /// <summary>Places where citizens are served by camera, and how many are free.</summary>
    public int Booths { get; init; }

    public int BoothsFree { get; init; }

    public static ListedHall Of(HallSummary hall, AsOf asOf) => new(
        hall.Hall, hall.Name, hall.NameEn, hall.Level, hall.Parent, hall.Open, hall.Waiting, hall.WindowsOpen,
        hall.Estimate, asOf)
    {
        OldestWaitMinutes = hall.OldestWaitMinutes,
        WindowsAway = hall.WindowsAway,
        Overflow = hall.Overflow,
        ServedElsewhere = hall.ServedElsewhere,
        Helping = hall.Helping,
        Booths = hall.Booths,
        BoothsFree = hall.BoothsFree,
    };

    public static ListedHall Planned(HallEntry hall) =>
        new(hall.Hall, hall.Name, hall.NameEn, hall.Level, hall.Parent, false, 0, 0, null, null);
}

internal sealed record ShownHall(
    string Hall,
    string Name,
    string? NameEn,
    string Level,
    string? Parent,
    bool Open,
    int Waiting,
    int WindowsOpen,
    EstimateView? Estimate,
    DateOnly BusinessDay,
    IReadOnlyList<AreaView> Areas,
    IReadOnlyList<ClassView> Classes,
    IReadOnlyList<ShownWindow> Windows,
    AsOf AsOf)
{
    /// <summary>How long the oldest has waited.</summary>
    public int OldestWaitMinutes { get; init; }

    /// <summary>Windows whose clerk is away without a word, or covered by a deputy.</summary>
    public int WindowsAway { get; init; }

    /// <summary>Other halls may serve some of those who wait: <c>nobody</c> is there for them, or the <c>wait</c> is
    /// too long; null when the hall copes.</summary>
    public string? Overflow { get; init; }

    /// <summary>Its citizens who are served by other halls now.</summary>
    public int ServedElsewhere { get; init; }

    /// <summary>Citizens of other halls whom it serves now.</summary>
    public int Helping { get; init; }

    /// <summary>Places where citizens are served by camera, and how many are free.</summary>
    public int Booths { get; init; }

    public int BoothsFree { get; init; }

    /// <summary><c>pull</c>, <c>push</c> or <c>pushAndPull</c>.</summary>
    public string Mode { get; init; } = "pull";

    /// <summary>Deputies who are there without a window.</summary>
    public IReadOnlyList<string> Standby { get; init; } = [];

    /// <summary>Booths, in the shape of windows.</summary>
    public IReadOnlyList<ShownWindow> BoothPlaces { get; init; } = [];

    /// <summary>How good today's estimates were; null before the first.</summary>
    public EstimateErrorView? EstimateError { get; init; }

    public static ShownHall Of(HallView view, AsOf asOf)
    {
        var hall = view.Summary;
        return new(
            hall.Hall, hall.Name, hall.NameEn, hall.Level, hall.Parent, hall.Open, hall.Waiting, hall.WindowsOpen,
            hall.Estimate, view.BusinessDay, view.Areas, view.Classes,
            [.. view.Windows.Select(w => ShownWindow.Of(w, asOf))], asOf)
        {
            OldestWaitMinutes = hall.OldestWaitMinutes,
            WindowsAway = hall.WindowsAway,
            Overflow = hall.Overflow,
            ServedElsewhere = hall.ServedElsewhere,
            Helping = hall.Helping,
            Booths = hall.Booths,
            BoothsFree = hall.BoothsFree,
            Mode = view.Mode,
            Standby = view.Standby,
            BoothPlaces = [.. view.BoothPlaces.Select(w => ShownWindow.Of(w, asOf))],
            EstimateError = view.EstimateError,
        };
    }
}

internal sealed record ShownLine(AsOf AsOf, IReadOnlyList<LineTicket> Tickets);

internal sealed record ShownBoard(
    string Hall,
    string Name,
    string? NameEn,
    string Ledger,
    long Seq,
    DateTimeOffset At,
    DateOnly BusinessDay,
    IReadOnlyList<CallView> Calls,
    IReadOnlyList<ScreenWindow> Windows,
    IReadOnlyList<ClassCount> Waiting,
    IReadOnlyList<NoticeView> Notices,
    AsOf AsOf)
{
    public static ShownBoard Of(Picture picture) => new(
        picture.Hall, picture.Name, picture.NameEn, picture.Ledger, picture.Seq, picture.At, picture.BusinessDay,
        picture.Calls, picture.Windows, picture.Waiting, picture.Notices,
        new AsOf(picture.Ledger, picture.Seq, picture.At));
}
