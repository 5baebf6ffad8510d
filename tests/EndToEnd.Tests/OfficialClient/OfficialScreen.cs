using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Yihao.EndToEnd.Tests.Checks;
using Yihao.EndToEnd.Tests.Stage;

namespace Yihao.EndToEnd.Tests.OfficialClient;

/// <summary>The official client of SignalR in node, following a hall by the rule of the contract.</summary>
internal sealed class OfficialScreen : IAsyncDisposable
{
    private readonly ConcurrentQueue<Seen> seen = new();
    private readonly Process node;

    private OfficialScreen(Process node)
    {
        this.node = node;
        node.OutputDataReceived += (_, line) => Keep(line.Data);
        node.BeginOutputReadLine();
    }

    public int Pictures => seen.Count(one => one.Saw == "picture");

    public IReadOnlyList<Call> Heard => [.. seen.SelectMany(one => one.Calls ?? [])];

    private string Last => seen.LastOrDefault(one => one.Saw is "live" or "cut")?.Saw ?? "nothing";

    /// <param name="way"><c>plain</c>: WebSockets without negotiation; or <c>negotiated</c>.</param>
    public static async Task<OfficialScreen> Follow(HallServer server, Hall hall, string way)
    {
        var clientApp = Path.Combine(Repository.Root, "src/Hub/ClientApp");
        var script = Path.Combine(Repository.Root, "tests/EndToEnd.Tests/OfficialClient/follow.mjs");
        var screen = new OfficialScreen(Process.Start(new ProcessStartInfo(
            "node", [script, clientApp, server.Url, hall.Id, way])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!);
        await screen.IsLive();
        return screen;
    }

    public Task IsLive() => Limits.Until("the official client is live", () => Task.FromResult(Last == "live"));

    public Task IsCutOff() => Limits.Until("the official client is cut off", () => Task.FromResult(Last == "cut"));

    public async Task HearsAll(Hall hall)
    {
        var calls = await hall.Calls();
        await Limits.Until($"{calls.Count} calls heard", () => Task.FromResult(Heard.Count >= calls.Count));
        CallCheck.ExactlyOnceInOrder(calls, Heard);
    }

    public async ValueTask DisposeAsync()
    {
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
            seen.Enqueue(JsonSerializer.Deserialize<Seen>(line, JsonSerializerOptions.Web)!);
    }

    private sealed record Seen(string Saw, Call[]? Calls);
}
