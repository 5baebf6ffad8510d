using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Contracts;
using Yihao.Grains.Halls;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Judging;

/// <summary>
/// What the hall refused the rules refuse, with the same code and the same time from which they would not. The time of
/// the refusal is not in the ledger: it lies between the last entry's and the next one's, so either may explain it.
/// What time alone stands against is then against it at the earlier one too.
/// </summary>
internal sealed class Refusals(HallCatalogue catalogue)
{
    public Opinion Of(Hall hall, Question question, DateTimeOffset latest)
    {
        if (question.Asked is not { } asked)
            return Opinion.Of(question.Code == Codes.RequestInvalid ? null : "it cannot be read as a command");
        if (BeforeTheRules(hall, question, asked.Command) is { } code)
            return Opinion.Of(code == question.Code ? null : $"it should be refused with {code}");
        var why = Complaint(hall, question, asked, hall.LastAt);
        if (why is null || latest <= hall.LastAt)
            return Opinion.Of(why);
        return Opinion.Of(Complaint(hall, question, asked, latest) is null ? null : why);
    }

    /// <summary>What the hall's desks refuse before they ask the rules; null when they ask.</summary>
    private string? BeforeTheRules(Hall hall, Question question, HallCommand command)
    {
        switch (command)
        {
            case SendTicket send:
                var ticket = send.Ticket is { } key ? hall.Ticket(key) : hall.Window(send.Window)?.InHand;
                return catalogue.WhyNotTo(send.To, send.Matter ?? ticket?.Matter);
            case CancelTicket cancel when question.Attempt.Body?.Contains($"\"{cancel.Ticket.Shown}\"") == false:
                return Codes.NotAllowed;
            default:
                return null;
        }
    }

    private static string? Complaint(Hall hall, Question question, Asked asked, DateTimeOffset now)
    {
        switch (Decide.On(hall, asked.Command, asked.Stamp, now))
        {
            case Decision.Refuse refused when Wire.Code(refused.Code) != question.Code:
                return $"the rules refuse it with {Wire.Code(refused.Code)}";
            case Decision.Refuse { From: { } from } when question.Text("from") is { } said:
                return Likeness.Difference(new { From = hall.Clock.Local(from) }, question.Answer) is null
                    ? null
                    : $"the rules refuse it until {from:O}, not {said}";
            case Decision.Refuse:
                return null;
            // Done before; but what it was about is gone with its day, or with the plan.
            case Decision.Repeat when question.Code == Codes.TicketUnknown:
                return Refers(hall, asked.Command) ? "the hall knows the ticket" : null;
            case Decision.Repeat when question.Code == "window-unknown":
                return hall.Window(((WindowCommand)asked.Command).Window) is null ? null : "the hall has the window";
            case var other:
                return $"the rules do not refuse it: {other.GetType().Name}";
        }
    }

    private static bool Refers(Hall hall, HallCommand command) => command switch
    {
        CancelTicket cancel => hall.Ticket(cancel.Ticket) is not null,
        ReturnTicket back => hall.Ticket(back.Ticket) is not null,
        TakeAway away => hall.Ticket(away.Ticket) is not null,
        _ => true,
    };
}
