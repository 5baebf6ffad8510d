using System.Text.Json;
using Yihao.Hub.Asking;
using Yihao.Hub.Bodies;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Screens;

/// <summary><c>/hubs/ticket</c>: the citizen's phone watches a ticket.</summary>
internal sealed class TicketHub(TicketWatch watch, TicketCalls tickets, GrainCalls calls)
    : Microsoft.AspNetCore.SignalR.Hub
{
    /// <param name="link">The secret link on the paper, or the public id.</param>
    public async Task<HubAnswer> Watch(JsonElement link)
    {
        if (!BodyText.TryRead(link, out var text) || BodyText.FaultOf(text, KnownHalls.LongestLink) is not null)
            return HubAnswer.Of(Problems.Invalid("link", "'link' is not the link of a ticket."));
        var reply = await calls.Guard(() => tickets.Find(text, Context.ConnectionAborted), Context.ConnectionAborted);
        if (reply is Reply.Given { Value: ShownTicket ticket })
        {
            watch.End(Context.ConnectionId);
            watch.Begin(ticket, Context.Outbox());
            // The connection ended while the hall was asked, and its end was told before the watch began.
            if (Context.ConnectionAborted.IsCancellationRequested)
                watch.End(Context.ConnectionId);
        }
        return HubAnswer.Of(reply);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watch.End(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
