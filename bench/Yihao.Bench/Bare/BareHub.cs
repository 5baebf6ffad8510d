using System.Text.Json;

namespace Yihao.Bench.Bare;

/// <summary>
/// SignalR with nothing around it: a connection joins a group, and what is sent to the group reaches it. The same
/// protocol and settings as the hub that is measured.
/// </summary>
internal sealed class BareHub : Microsoft.AspNetCore.SignalR.Hub
{
    public const string Path = "/bare";
    public const string Group = "hall";

    public async Task<object> Follow(JsonElement hall, JsonElement ledger, JsonElement after)
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, Group);
        return new { seq = 0, ledger = "bare" };
    }
}
