using Yihao.Contracts;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>What deputies without a window and supervisors ask of a hall.</summary>
internal sealed class PostDesk(LiveHall live, Answers answers, TicketDesk tickets)
{
    public async Task<Answer<StandbyView>> StandBy(StandbyRequest request)
    {
        if (!CleanText.Fits(request.RequestId, request.Clerk))
            return await tickets.Refuse<StandbyView>(Codes.RequestInvalid);
        var stamp = RequestStamp.Of(
            request.Caller, request.RequestId, "standby", request.Clerk, request.Present ? "come" : "go");
        HallCommand command = request.Present ? new StandBy(request.Clerk) : new StandDown(request.Clerk);
        return await live.Execute(command, stamp, (hall, decision, _) => decision is Decision.Refuse refused
            ? answers.Refuse<StandbyView>(hall, refused)
            : answers.Accept(hall, View(hall, request.Clerk), decision is Decision.Repeat));
    }

    public async Task<Answer<TicketView>> TakeAway(TakeAwayRequest request)
    {
        if (!CleanText.Fits(request.RequestId, request.Caller, request.Ticket, request.Reason))
            return await tickets.Refuse<TicketView>(Codes.RequestInvalid);
        if (!TicketKey.TryParseIn(live.Hall.Plan.Hall, request.Ticket, out var ticket))
            return await tickets.Refuse<TicketView>(Codes.TicketUnknown);
        var stamp = RequestStamp.Of(
            request.Caller, request.RequestId, "take-away", request.Ticket, request.Reason);
        return await tickets.Change(new TakeAway(ticket, request.Reason), ticket, stamp);
    }

    private static StandbyView View(Hall hall, string clerk) => new(
        clerk,
        hall.Standby.Contains(clerk),
        [.. hall.Standby],
        hall.Windows.FirstOrDefault(w => !w.IsBooth && w.Staffing.AtIt == clerk)?.Id);
}
