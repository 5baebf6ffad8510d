using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace Yihao.Hub.Tests.Running;

/// <summary>A clerk's page: what was pushed to it, and when.</summary>
public sealed class Counter : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Push, JsonElement Content, DateTime At)> pushes = [];

    private Counter(Uri server)
    {
        Hub = Hubs.Connect(server, "counter");
        foreach (var push in new[] { "window", "queue", "offer", "cover" })
            Hub.On<JsonElement>(push, content => pushes.Enqueue((push, content, DateTime.UtcNow)));
    }

    public HubConnection Hub { get; }

    public static async Task<Counter> Attend(Uri server, string hall, string window, string clerk)
    {
        var page = new Counter(server);
        await page.Hub.StartAsync();
        (await page.Hub.InvokeAsync<JsonElement>("Attend", hall, window, clerk)).Value();
        await Wait.Until(() => page.Of("window").Count > 0, "the window is pushed at first");
        return page;
    }

    /// <summary>At a window that it opens.</summary>
    public static async Task<Counter> Open(Uri server, string hall, string window, string clerk)
    {
        var page = await Attend(server, hall, window, clerk);
        (await page.Ask("Open", new { requestId = Caller.NewId(), clerk })).Value();
        return page;
    }

    public static async Task<Counter> StandBy(Uri server, string hall, string clerk)
    {
        var page = new Counter(server);
        await page.Hub.StartAsync();
        (await page.Hub.InvokeAsync<JsonElement>("StandBy", hall, clerk)).Value();
        return page;
    }

    public Task<JsonElement> Ask(string method, object body) => Hub.Ask(method, body);

    public async Task<JsonElement> Do(string method) =>
        (await Ask(method, new { requestId = Caller.NewId() })).Value();

    public IReadOnlyList<JsonElement> Of(string push) =>
        [.. pushes.Where(p => p.Push == push).Select(p => p.Content)];

    /// <summary>When the first such push came that is as wanted; waits for it.</summary>
    public async Task<DateTime> When(string push, Func<JsonElement, bool> wanted, string what)
    {
        await Wait.Until(() => Of(push).Any(wanted), what);
        return pushes.First(p => p.Push == push && wanted(p.Content)).At;
    }

    /// <summary>The ticket offered last; null when nothing is.</summary>
    public string? Offered => Of("offer") is [.., { ValueKind: JsonValueKind.Object } last]
        ? last.GetProperty("ticket").GetString()
        : null;

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
