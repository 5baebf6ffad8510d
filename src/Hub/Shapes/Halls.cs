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
    public static ListedHall Of(HallSummary hall, AsOf asOf) => new(
        hall.Hall, hall.Name, hall.NameEn, hall.Level, hall.Parent, hall.Open, hall.Waiting, hall.WindowsOpen,
        hall.Estimate, asOf);

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
    public static ShownHall Of(HallView view, AsOf asOf)
    {
        var hall = view.Summary;
        return new(
            hall.Hall, hall.Name, hall.NameEn, hall.Level, hall.Parent, hall.Open, hall.Waiting, hall.WindowsOpen,
            hall.Estimate, view.BusinessDay, view.Areas, view.Classes,
            [.. view.Windows.Select(w => ShownWindow.Of(w, asOf))], asOf);
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
