using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yihao.Hub.Telemetry;

namespace Yihao.Hub.Screens;

/// <summary>Gives each connection its outbox. Groups are not used: a hall's feed knows its followers.</summary>
internal sealed class OutboxLifetime<THub>(
    HubOptions options,
    IHostApplicationLifetime life,
    ILogger<DefaultHubLifetimeManager<THub>> log,
    ILogger<Outbox> outboxLog)
    : DefaultHubLifetimeManager<THub>(log)
    where THub : Microsoft.AspNetCore.SignalR.Hub
{
    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        // It slipped in while the server closed the others.
        if (life.ApplicationStopping.IsCancellationRequested)
            connection.Abort();
        var outbox = new Outbox(connection, options.ScreenBuffer, outboxLog);
        connection.Items[typeof(Outbox)] = outbox;
        OutboxesHere.Add<THub>(outbox);
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        if (connection.Items.TryGetValue(typeof(Outbox), out var kept) && kept is Outbox outbox)
        {
            outbox.Close();
            OutboxesHere.Remove(outbox);
        }

        return base.OnDisconnectedAsync(connection);
    }
}

internal static class OutboxOfCaller
{
    public static Outbox Outbox(this HubCallerContext caller) => (Outbox)caller.Items[typeof(Outbox)]!;
}
