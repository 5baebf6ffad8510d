using Microsoft.Extensions.Logging;
using Yihao.Contracts;
using Yihao.Grains.Halls;
using Yihao.Rules;

namespace Yihao.Grains.Tiers;

/// <summary>
/// Tickets that go to another hall for good: sent until that hall has said yes or no; and those that come.
/// </summary>
internal sealed class Moving(LiveHall live, Func<string, IHallGrain> hallOf, ILogger logger)
{
    private readonly HashSet<string> sending = new(StringComparer.Ordinal);

    public void SendAll()
    {
        if (!live.Hall.HasMoving)
            return;
        foreach (var ticket in live.Hall.Moving.ToList())
        {
            if (ticket.Phase is TicketPhase.Moving moving && sending.Add(moving.Move))
                _ = Send(ticket, moving);
        }
    }

    /// <summary>Null when it is here, whether it came now or before; otherwise why not.</summary>
    public Task<string?> Receive(MoveRequest request)
    {
        if (!CleanText.Fits(request.Move, request.Ticket.Matter, request.Ticket.Reason)
            || TierWire.ReadMoved(request.Ticket, live.Hall.Plan.Hall) is not { } guest)
            return Task.FromResult<string?>(Codes.RequestInvalid);
        return live.Execute(
            new ReceiveTicket(request.Move, guest),
            null,
            (_, decision, _) => decision is Decision.Refuse refused ? Wire.Code(refused.Code) : null);
    }

    private async Task Send(Ticket ticket, TicketPhase.Moving moving)
    {
        try
        {
            await live.Durable();
            var guest = Guest.Of(live.Hall, ticket, moving.Matter, moving.To);
            var why = await hallOf(moving.To).Receive(new MoveRequest(moving.Move, TierWire.Of(guest, moving.To)));
            Refusal? refused = why is null ? null : Wire.RefusalOf(why) ?? Refusal.MatterNotServedHere;
            await live.Execute(
                new SettleMove(moving.Move, ticket.Key, refused), null, (_, decision, _) => decision);
        }
        catch (Exception failure)
        {
            HallLog.NotMoved(logger, live.Hall.Plan.Hall, moving.To, failure);
        }
        finally
        {
            sending.Remove(moving.Move);
        }
    }
}
