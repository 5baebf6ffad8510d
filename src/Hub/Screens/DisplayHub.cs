using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;
using Yihao.Contracts;
using Yihao.Hub.Asking;
using Yihao.Hub.Bodies;

namespace Yihao.Hub.Screens;

/// <summary>
/// <c>/hubs/display</c>: screens follow a hall. A refusal is a HubException whose message begins with the code, because
/// the answer has no place for it.
/// </summary>
internal sealed partial class DisplayHub(
    HallFeeds feeds, Following following, KnownHalls halls, ILogger<DisplayHub> log) : Microsoft.AspNetCore.SignalR.Hub
{
    /// <param name="hall">A hall of the network.</param>
    /// <param name="ledger">The ledger that the screen has seen; null for none.</param>
    /// <param name="after">The last seq it has seen; null for none.</param>
    public async Task<FollowAnswer> Follow(JsonElement hall, JsonElement ledger, JsonElement after)
    {
        try
        {
            var (id, place) = await Read(hall, ledger, after);
            return await Follow(Take(id), place);
        }
        catch (Exception failed) when (failed is not HubException and not OperationCanceledException)
        {
            LogFailed(failed, Context.ConnectionId);
            throw new HubException($"{Codes.TryAgain}: the hall cannot be followed now.");
        }
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (Context.Items.Remove(typeof(FeedUse), out var use))
            End((FeedUse)use!);
        return base.OnDisconnectedAsync(exception);
    }

    private async Task<FollowAnswer> Follow(FeedUse use, Place? place)
    {
        try
        {
            return await following.Follow(use.Feed, Context.Outbox(), place, Context.ConnectionAborted);
        }
        finally
        {
            // The connection ended while the hall was asked, and its end may have been told before the screen was in.
            if (Context.ConnectionAborted.IsCancellationRequested)
                End(use);
        }
    }

    /// <summary>A connection follows one hall at a time.</summary>
    private FeedUse Take(string hall)
    {
        if (Context.Items.TryGetValue(typeof(FeedUse), out var kept) && kept is FeedUse before)
        {
            if (before.Feed.Hall == hall)
                return before;
            End(before);
        }
        var use = feeds.Use(hall);
        Context.Items[typeof(FeedUse)] = use;
        return use;
    }

    private void End(FeedUse use)
    {
        use.Feed.Leave(Context.ConnectionId);
        use.Dispose();
    }

    private async Task<(string Hall, Place? Place)> Read(JsonElement hall, JsonElement ledger, JsonElement after)
    {
        if (!BodyText.TryRead(hall, out var id) || await halls.Find(id, Context.ConnectionAborted) is null)
            throw new HubException($"{Codes.HallUnknown}: there is no such hall.");
        if (ledger.ValueKind == JsonValueKind.Null || after.ValueKind == JsonValueKind.Null)
            return (id, null);
        if (!BodyText.TryRead(ledger, out var name) || BodyText.FaultOf(name, 64) is not null)
            throw new HubException($"{Codes.RequestInvalid}: the ledger is not an id.");
        if (after.ValueKind != JsonValueKind.Number || !after.TryGetInt64(out var seq) || seq < 0)
            throw new HubException($"{Codes.RequestInvalid}: after is not a seq.");
        return (id, new Place(name, seq));
    }

    [LoggerMessage(2121, LogLevel.Warning, "Connection {Connection} cannot follow its hall; it is told to try again.")]
    private partial void LogFailed(Exception exception, string connection);
}
