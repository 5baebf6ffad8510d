using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;

namespace Yihao.Cluster.Tests.Checking.Recording;

/// <summary>A worker and a screen that note all they see of one real server.</summary>
internal sealed class Recorder(Uri server, string worker = "w1", Recorder? beside = null) : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private const int RepeatedLate = 10;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _http = new() { BaseAddress = server };
    private readonly Stopwatch _clock = beside?._clock ?? Stopwatch.StartNew();
    private readonly List<HubConnection> _hubs = [];
    private readonly List<(string Hall, string Path, JsonObject Body)> _sent = [];
    private readonly ConcurrentDictionary<string, ScreenEnded> _screens = [];
    private int _requests;

    public History History { get; } = beside?.History ?? new();

    public TimeSpan Now => _clock.Elapsed;

    public Task<JsonElement> Get(string hall, string path = "") => Ask(hall, HttpMethod.Get, path, null, null);

    /// <summary>A command, with a new request id unless the fields name one.</summary>
    public Task<JsonElement> Post(string hall, string path, object? fields = null)
    {
        var body = fields is null ? [] : JsonSerializer.SerializeToNode(fields)!.AsObject();
        body.TryAdd("requestId", JsonValue.Create($"{worker}-{++_requests}"));
        _sent.Add((hall, path, body));
        return Ask(hall, HttpMethod.Post, path, (string)body["requestId"]!, body);
    }

    /// <summary>One of the last commands once more, under the same request id.</summary>
    public Task Again(Random random)
    {
        if (_sent.Count == 0)
            return Task.CompletedTask;
        var (hall, path, body) = _sent[^random.Next(1, Math.Min(_sent.Count, RepeatedLate) + 1)];
        return Ask(hall, HttpMethod.Post, path, (string)body["requestId"]!, body);
    }

    public async Task Until(string what, Func<Task<bool>> condition)
    {
        for (var end = Now + Limit; !await condition();)
        {
            if (Now > end)
                throw new TimeoutException($"not seen within {Limit}: {what}");
            await Task.Delay(Look);
        }
    }

    /// <summary>A screen of a hall that keeps the contract's rule, on a connection that holds.</summary>
    public async Task Follow(string screen, string hall)
    {
        var hub = Connect("display");
        var place = long.MaxValue;
        hub.On<JsonElement>("events", batch =>
        {
            var ledger = batch.GetProperty("ledger").GetString()!;
            foreach (var shown in batch.GetProperty("events").EnumerateArray())
            {
                if (shown.GetProperty("seq").GetInt64() > place)
                    History.Add(ShownOf(screen, hall, ledger, shown));
            }

            place = batch.GetProperty("upTo").GetInt64();
            _screens[screen] = new(screen, hall, ledger, place);
        });
        await hub.StartAsync();
        var answer = await hub.InvokeAsync<JsonElement>("Follow", hall, (string?)null, (long?)null);
        var picture = answer.GetProperty("picture");
        place = picture.GetProperty("seq").GetInt64();
        var drawn = new Shown(
            screen, hall, picture.GetProperty("ledger").GetString()!, place, "picture", null, null, null);
        History.Add(drawn);
        _screens[screen] = new(screen, hall, drawn.Ledger, place);
    }

    /// <summary>Every screen has what its hall has, and the run is over for it.</summary>
    public async Task EndScreens()
    {
        foreach (var (name, screen) in _screens)
        {
            var last = (await Get(screen.Hall)).GetProperty("asOf").GetProperty("seq").GetInt64();
            await Until($"{name} has {last}", () => Task.FromResult(_screens[name].Seq >= last));
            History.Add(_screens[name]);
        }
    }

    /// <summary>A clerk's page at a window; it is gone when it is disposed of.</summary>
    public async Task<IAsyncDisposable> Attend(string hall, string window, string clerk)
    {
        var page = Connect("counter");
        await page.StartAsync();
        var answer = await page.InvokeAsync<JsonElement>("Attend", hall, window, clerk);
        if (answer.TryGetProperty("problem", out var problem) && problem.ValueKind != JsonValueKind.Null)
            throw new InvalidOperationException($"the page may not attend: {problem}");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        foreach (var hub in _hubs)
            await hub.DisposeAsync();
    }

    private HubConnection Connect(string name)
    {
        var hub = new HubConnectionBuilder().WithUrl(new Uri(server, $"/hubs/{name}")).Build();
        _hubs.Add(hub);
        return hub;
    }

    private async Task<JsonElement> Ask(string hall, HttpMethod method, string path, string? id, JsonObject? body)
    {
        // A ticket is asked for by its own id, which says its hall.
        var ofTicket = path.StartsWith("tickets/", StringComparison.Ordinal)
            && (method == HttpMethod.Get || path.EndsWith("/cancel", StringComparison.Ordinal));
        var address = ofTicket ? $"/api/{path}" : $"/api/halls/{hall}/{path}".TrimEnd('/');
        var invoked = Now;
        var (status, text) = await Repeat(address, method, body);
        History.Add(new Attempted(
            worker, "n1", hall, method.Method, path, id, body?.ToJsonString(), invoked, Now, status, text));
        return JsonElement.Parse(text);
    }

    /// <summary>The same request until its outcome is known.</summary>
    private async Task<(int Status, string Text)> Repeat(string address, HttpMethod method, JsonObject? body)
    {
        for (var end = Now + Limit; ; await Task.Delay(Look))
        {
            using var request = new HttpRequestMessage(method, address);
            if (body is not null)
                request.Content = JsonContent.Create(body);
            try
            {
                using var answer = await _http.SendAsync(request);
                if ((int)answer.StatusCode < 500)
                    return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
            }
            catch (HttpRequestException) when (Now < end)
            {
                // Down for a moment.
            }

            if (Now > end)
                throw new TimeoutException($"no answer within {Limit}: {method} {address}");
        }
    }

    private static Shown ShownOf(string screen, string hall, string ledger, JsonElement shown) => new(
        screen,
        hall,
        ledger,
        shown.GetProperty("seq").GetInt64(),
        shown.GetProperty("kind").GetString()!,
        Text(shown, "ticket"),
        Text(shown, "number"),
        int.TryParse(Text(shown, "window"), out var window) ? window : null);

    private static string? Text(JsonElement shown, string name) =>
        shown.TryGetProperty(name, out var value) ? value.GetString() : null;
}
