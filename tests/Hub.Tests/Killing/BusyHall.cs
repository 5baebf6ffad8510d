using System.Collections.Concurrent;
using System.Text.Json;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Killing;

/// <summary>Callers and windows of one busy hall, and what was acknowledged to them.</summary>
internal sealed class BusyHall(YihaoServer server, string hall)
{
    private readonly Persistent callers = new(server.Http);
    private readonly ConcurrentDictionary<string, string> clerks = [];
    private readonly List<string?> matters = [];
    private volatile bool everybodyHasANumber;

    /// <summary>Tickets by the request that took them.</summary>
    public ConcurrentDictionary<string, string> Taken { get; } = [];

    /// <summary>Every acknowledged call: the request, the window and the ticket.</summary>
    public ConcurrentDictionary<string, (string Window, string Ticket)> Called { get; } = [];

    public int Repeats => callers.Repeats;

    /// <summary>Opens the windows and finds out which matters they serve.</summary>
    public async Task Open(int windows)
    {
        var all = (await server.Http.Get($"/api/halls/{hall}")).Accepted()["windows"].EnumerateArray()
            .Select(w => w.GetProperty("window").GetString()!).Take(windows).ToList();
        foreach (var window in all)
            clerks[window] = await server.Http.Open(hall, window);
        var codes = (await server.Http.Get($"/api/halls/{hall}/matters")).Accepted().Body.EnumerateArray()
            .Select(m => m.GetProperty("matter").GetString());
        foreach (var matter in codes.Prepend(null))
        {
            var id = Caller.NewId();
            var answer = await server.Http.Take(hall, id, matter);
            if (answer.StatusNumber != 201)
                continue;
            Taken[id] = answer.Text("ticket")!;
            matters.Add(matter);
        }
        // Only matters that one of these windows calls can be called to the end.
        await Drain(all);
        var uncalled = (await Waiting()).Select(t => t.GetProperty("matter").GetString()).ToHashSet();
        matters.RemoveAll(uncalled.Contains);
        Assert.NotEmpty(matters);
    }

    /// <summary>The callers take so many numbers, and now and then ask the same again.</summary>
    public async Task TakeNumbers(int callersAtOnce, int each)
    {
        await Task.WhenAll(Enumerable.Range(0, callersAtOnce).Select(async caller =>
        {
            for (var i = 0; i < each; i++)
            {
                var body = new { requestId = $"caller-{caller}-{i}", matter = matters[(caller + i) % matters.Count] };
                await Take(body.requestId, body);
                if (i % 4 == 3)
                    await Take(body.requestId, body);
            }
        }));
        everybodyHasANumber = true;
    }

    /// <summary>All windows call until everybody was served.</summary>
    public Task Serve() => Task.WhenAll(clerks.Keys.Select(Serve));

    public async Task<IReadOnlyList<JsonElement>> Ledger()
    {
        List<JsonElement> all = [];
        while (true)
        {
            var after = all.Count == 0 ? 0 : all[^1].GetProperty("seq").GetInt64();
            var page = (await server.Http.Get($"/api/halls/{hall}/ledger?after={after}&take=1000")).Accepted().Body;
            if (page.GetArrayLength() == 0)
                return all;
            all.AddRange(page.EnumerateArray());
        }
    }

    private async Task Take(string id, object body)
    {
        var ticket = (await callers.Post($"/api/halls/{hall}/tickets", body)).Accepted().Text("ticket")!;
        Assert.Equal(ticket, Taken.GetOrAdd(id, ticket));
    }

    private async Task Serve(string window)
    {
        for (var i = 0; ; i++)
        {
            var last = everybodyHasANumber;
            var body = new { requestId = $"next-{i}", finishCurrent = true };
            var called = await Next(window, body);
            if (i % 5 == 4 && called is not null)
                Assert.Equal(called, await Next(window, body));
            if (called is null && last)
                return;
            if (called is null)
                await Task.Delay(20);
        }
    }

    /// <summary>Null when nobody waits. A window whose hall was down too long is opened again.</summary>
    private async Task<string?> Next(string window, object body)
    {
        var path = $"/api/halls/{hall}/windows/{window}";
        var answer = await callers.Post($"{path}/call-next", body);
        if (answer.Code == "window-not-open")
        {
            (await callers.Post($"{path}/open", new { requestId = Caller.NewId(), clerk = clerks[window] })).Accepted();
            answer = await callers.Post($"{path}/call-next", body);
        }
        if (answer.Accepted().Text("ticket") is not { } ticket)
            return null;
        var id = $"{window} {body}";
        Assert.Equal((window, ticket), Called.GetOrAdd(id, (window, ticket)));
        return ticket;
    }

    private async Task Drain(IReadOnlyList<string> windows)
    {
        foreach (var window in windows)
        {
            var ids = 0;
            while (await Next(window, new { requestId = $"drain-{ids++}", finishCurrent = true }) is not null)
                continue;
        }
    }

    private async Task<IEnumerable<JsonElement>> Waiting() =>
        (await server.Http.Get($"/api/halls/{hall}/waiting")).Accepted()["tickets"].EnumerateArray();
}
