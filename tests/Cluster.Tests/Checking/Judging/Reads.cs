using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Judging;

/// <summary>What was only looked at: the hall, its board, its lines, one ticket.</summary>
internal sealed class Reads(Expected expected)
{
    public Opinion Of(Hall hall, Question question)
    {
        if (question.Path.Split('/') is ["tickets", var ticket])
            return OfTicket(hall, question, ticket);
        if (!question.IsAccepted)
            return Opinion.Unknown;
        return question.Path switch
        {
            "board" => Compare(expected.Board(hall), question),
            "waiting" => Compare(expected.Waiting(hall), question),
            "held" => Compare(expected.Held(hall), question),
            "" or "hall" => OfHall(hall, question),
            _ => Opinion.Unknown,
        };
    }

    private Opinion OfHall(Hall hall, Question question)
    {
        var (summary, view) = expected.Describe(hall);
        var rest = new
        {
            view.BusinessDay,
            view.Areas,
            view.Classes,
            view.Windows,
            view.Mode,
            view.Standby,
            view.BoothPlaces,
            view.EstimateError,
        };
        return Opinion.Of(
            Likeness.Difference(summary, question.Answer) ?? Likeness.Difference(rest, question.Answer));
    }

    /// <summary>By its id, or by its link, which is the id and a signature.</summary>
    private Opinion OfTicket(Hall hall, Question question, string asked)
    {
        if (!TicketKey.TryParseIn(hall.Plan.Hall, asked, out var key)
            && !TicketKey.TryParseIn(hall.Plan.Hall, asked[..Math.Max(0, asked.LastIndexOf('-'))], out key))
            return Opinion.Unknown;
        if (hall.Ticket(key) is not { } ticket)
            return Opinion.Of(question.Code == "ticket-unknown" ? null : "the hall does not know the ticket");
        return question.IsAccepted
            ? Compare(expected.Tickets.View(hall, ticket), question)
            : Opinion.Of("the hall knows the ticket");
    }

    private static Opinion Compare(object should, Question question) =>
        Opinion.Of(Likeness.Difference(should, question.Answer));
}
