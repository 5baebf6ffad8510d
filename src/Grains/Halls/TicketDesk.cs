using Yihao.Contracts;
using Yihao.Grains.Halls.Views;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>What citizens and those who help them ask of a hall: take, cancel, come back, look.</summary>
internal sealed class TicketDesk(LiveHall live, Answers answers, TicketViews views, LinkSigner links)
{
    public Task<Answer<TicketTaken>> Take(TakeNumberRequest request)
    {
        if (!CleanText.Fits(request.RequestId, request.Matter, request.Reason)
            || Wire.ClassOf(request.Class) is not { } wanted)
            return Refuse<TicketTaken>(Codes.RequestInvalid);
        var stamp = RequestStamp.Of(
            request.Caller, request.RequestId, "take", request.Matter, request.Class, request.Reason);
        var take = new TakeNumber(request.Matter ?? MatterPlan.None, wanted, request.Reason);
        return live.Execute(take, stamp, (hall, decision, outcome) => decision switch
        {
            Decision.Refuse refused => answers.Refuse<TicketTaken>(hall, refused),
            _ when hall.Ticket(outcome!.Value.Ticket!.Value) is { } ticket => answers.Accept(
                hall, views.Taken(hall, ticket, outcome.Value.State!.Value), decision is Decision.Repeat),
            // Gone with its day, but the same request still gives the same number.
            _ => answers.Accept(
                hall, views.TakenBefore(hall, take, outcome.Value, hall.Accepted.Find(stamp.Key)!.Value.At), true),
        });
    }

    public Task<Answer<TicketView>> Cancel(CancelTicketRequest request)
    {
        if (!CleanText.Fits(request.RequestId, request.Link, request.Number))
            return Refuse<TicketView>(Codes.RequestInvalid);
        if (links.FindByLink(request.Link) is not { } ticket)
            return Refuse<TicketView>(Codes.TicketUnknown);
        if (ticket.Shown != request.Number)
            return Refuse<TicketView>(Codes.NotAllowed);
        var caller = "link:" + ticket.IdIn(live.Hall.Plan.Hall);
        var stamp = RequestStamp.Of(caller, request.RequestId, "cancel", request.Number);
        return Change(new CancelTicket(ticket), ticket, stamp);
    }

    public Task<Answer<TicketView>> Return(ReturnTicketRequest request)
    {
        if (!CleanText.Fits(request.RequestId, request.Caller, request.Ticket))
            return Refuse<TicketView>(Codes.RequestInvalid);
        if (links.Find(request.Ticket) is not { } ticket)
            return Refuse<TicketView>(Codes.TicketUnknown);
        var stamp = RequestStamp.Of(request.Caller, request.RequestId, "return", request.Ticket);
        return Change(new ReturnTicket(ticket), ticket, stamp);
    }

    public async Task<Answer<TicketView>> Find(string ticketOrLink)
    {
        var hall = live.Hall;
        var found = links.Find(ticketOrLink) ?? links.FindByLink(ticketOrLink);
        var answer = found is { } key && hall.Ticket(key) is { } ticket
            ? answers.Accept(hall, views.View(hall, ticket))
            : answers.Refuse<TicketView>(hall, Codes.TicketUnknown);
        await live.Confirmed();
        return answer;
    }

    public Task<Answer<TicketView>> Change(HallCommand command, TicketKey ticket, Request stamp) =>
        live.Execute(command, stamp, (hall, decision, outcome) => decision switch
        {
            Decision.Refuse refused => answers.Refuse<TicketView>(hall, refused),
            // What was taken away from a window waits: that outcome is the window's.
            Decision.Repeat when hall.Ticket(ticket) is { } known => answers.Accept(
                hall,
                views.View(hall, known) with { State = Wire.Of(outcome!.Value.State ?? TicketState.Waiting) },
                true),
            _ when hall.Ticket(ticket) is { } known => answers.Accept(hall, views.View(hall, known)),
            _ => answers.Refuse<TicketView>(hall, Codes.TicketUnknown),
        });

    public async Task<Answer<T>> Refuse<T>(string code)
    {
        var answer = answers.Refuse<T>(live.Hall, code);
        await live.Confirmed();
        return answer;
    }
}
