using System.Globalization;

namespace Yihao.Rules;

/// <summary>
/// Why a waiting ticket stands where it stands, in plain words, from the same order that dispatch follows.
/// </summary>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record Why(string Zh, string En)
{
    public static Why Of(Hall hall, Ticket ticket, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(hall);
        ArgumentNullException.ThrowIfNull(ticket);
        var number = ticket.Key.Shown;
        if (ticket.Phase is TicketPhase.Offered offered)
        {
            return new(
                $"{number} 已分派到 {offered.Window} 号窗口，等待窗口确认。",
                $"{number} is offered to window {offered.Window}, which has not answered yet.");
        }

        if (ticket.SentTo is { } window)
        {
            return new(
                $"{number} 已转到 {window} 号窗口，前方 {standing.Ahead} 人。",
                $"{number} was sent to window {window}, {standing.Ahead} before it there.");
        }

        var (zh, en) = InLine(hall, ticket, standing);
        var matters = hall.Lines.Matters;
        return hall.Overflow.ContainsKey(matters.SampleOf(matters.GroupOf(ticket.Matter)))
            ? new($"{zh}其他大厅也可为其远程办理。", $"{en} Other halls may serve it by camera too.")
            : new(zh, en);
    }

    private static Why InLine(Hall hall, Ticket ticket, Standing standing)
    {
        var number = ticket.Key.Shown;
        var (zh, en) = (Came(hall, ticket, Chinese), Came(hall, ticket, English));
        if (standing.Ahead == 0)
            return new($"{number} 排在最前：{zh}。", $"{number} is next: {en}.");
        if (standing.Before is not { } before)
        {
            return new(
                $"{number} 前方 {standing.Ahead} 人，均已转到窗口：{zh}。",
                $"{number} has {standing.Ahead} ahead, all sent to a window: {en}.");
        }

        return new(
            $"{number} 前方 {standing.Ahead} 人：{zh}；紧排在 {before.Key.Shown} 之后（{Came(hall, before, Chinese)}）。",
            $"{number} has {standing.Ahead} ahead: {en}; "
            + $"right behind {before.Key.Shown} ({Came(hall, before, English)}).");
    }

    private static string Came(Hall hall, Ticket ticket, Words words)
    {
        var came = hall.Clock.Local(ticket.Arrival).ToString("HH:mm", CultureInfo.InvariantCulture);
        var text = string.Format(CultureInfo.InvariantCulture, words.Came, came);
        if (ticket.HasHeadStart)
        {
            var (minutes, reason) = (ticket.HeadStart.TotalMinutes, words.Reason(ticket));
            text += string.Format(CultureInfo.InvariantCulture, words.HeadStart, minutes, reason);
        }

        if (ticket.CountedArrival > ticket.Arrival)
            text += words.CameBack;
        return text;
    }

    private static readonly Words Chinese = new("{0} 到达", "，优先 {0} 分钟（{1}）", "，过号后返回", new(StringComparer.Ordinal)
    {
        ["elder"] = "老年人", ["disabled"] = "残障人士", ["pregnant"] = "孕妇", ["infant"] = "携带婴幼儿", ["soldier"] = "军人",
        ["appointment"] = "预约",
    });

    private static readonly Words English = new(
        "came {0}", ", head start {0} min ({1})", ", came back after a no-show", new(StringComparer.Ordinal)
    {
        ["elder"] = "elder", ["disabled"] = "disabled", ["pregnant"] = "pregnant", ["infant"] = "with an infant",
        ["soldier"] = "soldier", ["appointment"] = "appointment",
    });

    private sealed record Words(string Came, string HeadStart, string CameBack, Dictionary<string, string> Reasons)
    {
        public string Reason(Ticket ticket)
        {
            var reason = ticket.Class == TicketClass.Appointment ? "appointment" : ticket.Reason ?? string.Empty;
            return Reasons.GetValueOrDefault(reason, reason);
        }
    }
}
