using Yihao.Cluster.Tests.Checking.Checks;
using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Contracts;
using Yihao.Grains.Halls;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Judging;

/// <summary>
/// The answer to an accepted command shows the state that the command made; a repetition shows ticket, clerk and state
/// of then, and everything else as it is at the seq that it names.
/// </summary>
internal sealed class AcceptedCommands(Run run, HallLedger ledger, Expected expected)
{
    public Opinion Of(Hall hall, Question question, Asked asked)
    {
        // What is not there, or behind the place that it names, is another rule's business.
        if (run.SeqOf(ledger.Hall, asked.Stamp.Key) is not { } seq)
            return AcknowledgedIsThere.NamesNobody(question) ? Nobody(hall, question, asked) : Opinion.Unknown;
        if (hall.Accepted.Find(asked.Stamp.Key) is not { } remembered)
            return Opinion.Unknown;
        var isFresh = MayBeFresh(seq, hall.Seq);
        return asked.Command switch
        {
            TakeNumber take => Taken(hall, question, take, remembered),
            WindowCommand command => AtWindow(hall, question, command, remembered.Outcome, isFresh),
            CancelTicket cancel => Changed(hall, question, cancel.Ticket, remembered.Outcome, isFresh),
            ReturnTicket back => Changed(hall, question, back.Ticket, remembered.Outcome, isFresh),
            TakeAway away => Changed(hall, question, away.Ticket, remembered.Outcome, isFresh),
            StandBy come => Standby(hall, question, come.Clerk),
            StandDown go => Standby(hall, question, go.Clerk),
            _ => Opinion.Unknown,
        };
    }

    /// <summary>Nothing happened, because nobody waits for that window.</summary>
    private Opinion Nobody(Hall hall, Question question, Asked asked)
    {
        if (Decide.On(hall, asked.Command, asked.Stamp, hall.LastAt) is not Decision.Nobody)
            return Opinion.Of("nothing was recorded, although the rules would do it");
        var command = (WindowCommand)asked.Command;
        return Opinion.Of(Fresh(hall, question, command));
    }

    /// <summary>Behind the command's own last entry only what followed from it in the same moment.</summary>
    private bool MayBeFresh(long seq, long asOf)
    {
        var at = ledger.At(seq)!.At;
        for (var next = seq + 1; next <= asOf; next++)
        {
            if (ledger.At(next) is not { } entry || entry.At != at || ledger.Events[(int)next - 1].Request is not null)
                return false;
        }

        return true;
    }

    private Opinion Taken(Hall hall, Question question, TakeNumber take, AcceptedRequests.Remembered then)
    {
        var state = then.Outcome.State!.Value;
        var shown = hall.Ticket(then.Outcome.Ticket!.Value) is { } ticket
            ? expected.Tickets.Taken(hall, ticket, state)
            : expected.Tickets.TakenBefore(hall, take, then.Outcome, then.At);
        return Opinion.Of(Likeness.Difference(shown, question.Answer));
    }

    private Opinion AtWindow(Hall hall, Question question, WindowCommand command, Outcome then, bool isFresh)
    {
        if (hall.Window(command.Window) is not { } window)
            return Opinion.Of("the hall has no such window");
        var repeated = Repeated(hall, question, command, window, then);
        return Opinion.Of(isFresh && repeated is not null ? Fresh(hall, question, command) : repeated);
    }

    private string? Fresh(Hall hall, Question question, WindowCommand command)
    {
        var window = hall.Window(command.Window)!;
        var ticket = window.InHand?.Key;
        return Difference(hall, question, command, expected.Windows.View(hall, window), ticket, window.State);
    }

    private string? Repeated(Hall hall, Question question, WindowCommand command, Window window, Outcome then)
    {
        if (then.Window is null)
            return Fresh(hall, question, command);
        var view = expected.Windows.View(hall, window);
        var ticket = then.Ticket?.IdIn(ledger.Hall);
        var shown = view with
        {
            State = then.WindowState is { } state ? Wire.Of(state) : view.State,
            Ticket = ticket,
            Clerk = then.Clerk,
            InHand = view.Ticket == ticket ? view.InHand : null,
        };
        return Difference(hall, question, command, shown, then.Ticket, then.WindowState);
    }

    private static string? Difference(
        Hall hall, Question question, WindowCommand command, WindowView view, TicketKey? ticket, WindowState? state)
    {
        if (command is not CallNext)
            return Likeness.Difference(view, question.Answer);
        var answer = new
        {
            Ticket = ticket?.IdIn(hall.Plan.Hall),
            Number = ticket?.Shown,
            Reason = ticket is not null ? null : state is WindowState.Paused ? "window-paused" : "nobody-waiting",
            Window = view,
        };
        return Likeness.Difference(answer, question.Answer);
    }

    private Opinion Changed(Hall hall, Question question, TicketKey key, Outcome then, bool isFresh)
    {
        if (hall.Ticket(key) is not { } ticket)
            return Opinion.Of("the hall does not know the ticket");
        var view = expected.Tickets.View(hall, ticket);
        var repeated = view with { State = Wire.Of(then.State ?? TicketState.Waiting) };
        var difference = Likeness.Difference(repeated, question.Answer);
        return Opinion.Of(isFresh && difference is not null ? Likeness.Difference(view, question.Answer) : difference);
    }

    private static Opinion Standby(Hall hall, Question question, string clerk)
    {
        var shown = new
        {
            Clerk = clerk,
            Present = hall.Standby.Contains(clerk),
            hall.Standby,
            Window = hall.Windows.FirstOrDefault(w => !w.IsBooth && w.Staffing.AtIt == clerk)?.Id,
        };
        return Opinion.Of(Likeness.Difference(shown, question.Answer));
    }
}
