using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Screens;

public sealed class CounterHubTests(SharedServer shared)
{
    private readonly HttpClient http = shared.Http;
    private readonly ConcurrentQueue<JsonElement> windows = [];
    private readonly ConcurrentQueue<(JsonElement Queue, DateTime At)> queues = [];

    [Fact]
    public async Task A_clerk_works_through_the_hub_as_over_http()
    {
        var hall = shared.FreshHall();
        var clerk = await http.ClerkOf(hall, "2");
        await using var hub = await Attend(hall, "2", clerk);
        var opened = (await hub.Ask("Open", new { requestId = "o", clerk })).Value();
        Assert.Equal("ready", opened.GetProperty("state").GetString());
        Assert.Equal("nobody-waiting", (await hub.Ask("CallNext", Id())).Value().GetProperty("reason").GetString());

        var ticket = (await http.Take(hall)).Accepted().Text("ticket");
        await Wait.Until(() => queues.Any(q => Count(q.Queue) == 1 && q.Queue.GetProperty("servable").GetInt32() == 1),
            "the line is pushed");
        var called = (await hub.Ask("CallNext", new { requestId = "n", finishCurrent = true })).Value();
        Assert.Equal(ticket, called.GetProperty("ticket").GetString());
        // The same command over the other door is the same command.
        Assert.Equal(ticket, (await http.AtWindow(hall, "2", "call-next", ("requestId", "n"), ("finishCurrent", true)))
            .Accepted().Text("ticket"));
        await Wait.Until(
            () => windows.Any(w => w.GetProperty("state").GetString() == "calling"), "the window is pushed");

        Assert.Equal("recall-too-soon", (await hub.Ask("Recall", Id())).Code());
        Assert.Equal("no-show-too-soon", (await hub.Ask("NoShow", Id())).Code());
        (await hub.Ask("Hold", Id())).Value();
        var back = (await hub.Ask("Return", new { requestId = "r", ticket })).Value();
        Assert.Equal("2", back.GetProperty("window").GetString());
        (await hub.Ask("Call", new { requestId = "c", ticket, reason = "hurry" })).Value();
        (await hub.Ask("Release", Id())).Value();
        (await hub.Ask("CallNext", Id())).Value();
        (await hub.Ask("Transfer", new { requestId = "t", to = new { window = "2" }, reason = "again" })).Value();
        (await hub.Ask("CallNext", Id())).Value();
        (await hub.Ask("Start", Id())).Value();
        (await hub.Ask("Pause", new { requestId = "p", reason = "break" })).Value();
        (await hub.Ask("Resume", Id())).Value();
        (await hub.Ask("Finish", new { requestId = "f", outcome = "accepted" })).Value();
        Assert.Equal("closed", (await hub.Ask("Close", Id())).Value().GetProperty("state").GetString());
        await Wait.Until(() => windows.Last().GetProperty("state").GetString() == "closed", "the end is pushed");
    }

    [Fact]
    public async Task What_cannot_be_is_a_problem_with_its_code()
    {
        var hall = shared.FreshHall();
        var clerk = await http.ClerkOf(hall, "2");
        await using var hub = Hubs.Connect(shared.Server.Address, "counter");
        await hub.StartAsync();
        Assert.Equal("request-invalid", (await hub.Ask("CallNext", Id())).Code());
        Assert.Equal("hall-unknown", (await hub.InvokeAsync<JsonElement>("Attend", "999999", "2", clerk)).Code());
        Assert.Equal("window-unknown", (await hub.InvokeAsync<JsonElement>("Attend", hall, "99", clerk)).Code());
        Assert.Equal("clerk-unknown", (await hub.InvokeAsync<JsonElement>("Attend", hall, "2", "nobody")).Code());
        Assert.Equal("request-invalid", (await hub.InvokeAsync<JsonElement>("Attend", hall, 2, clerk)).Code());
        (await hub.InvokeAsync<JsonElement>("Attend", hall, "2", clerk)).Value();
        Assert.Equal("window-not-open", (await hub.Ask("CallNext", Id())).Code());
        Assert.Equal("request-invalid", (await hub.Ask("CallNext", new { })).Code());
        Assert.Equal("request-invalid", (await hub.Ask("CallNext", "text")).Code());
        Assert.Equal("request-invalid", (await hub.Ask("CallNext", new { requestId = "a\u0000" })).Code());
        Assert.Equal("request-invalid", (await hub.InvokeAsync<JsonElement>("CallNext", null!)).Code());
        Assert.Equal("ticket-unknown", (await hub.Ask("Return", new { requestId = "r", ticket = "x" })).Code());
    }

    [Fact]
    public async Task Counts_are_pushed_at_most_every_200_ms_and_the_last_one_is_right()
    {
        var hall = shared.FreshHall();
        await using var hub = await Attend(hall, "2", await http.ClerkOf(hall, "2"));
        await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => http.Take(hall)));
        await Wait.Until(() => queues.Any(q => Count(q.Queue) == 300), "the last count is pushed");
        var times = queues.Select(q => q.At).ToList();
        var fastest = times.Zip(times.Skip(1), (a, b) => b - a).DefaultIfEmpty(TimeSpan.MaxValue).Min();
        // A push may be late and the next one not: half of it is enough to tell from one per ticket.
        Assert.True(
            fastest > TimeSpan.FromMilliseconds(50) || times.Count < 20, $"{fastest} apart, {times.Count} pushes");
    }

    [Fact]
    public async Task A_clerk_whose_page_is_gone_is_lost_after_half_a_minute_and_not_before()
    {
        var hall = shared.FreshHall();
        var clerk = await http.ClerkOf(hall, "2");
        var hub = await Attend(hall, "2", clerk);
        (await hub.Ask("Open", new { requestId = "o", clerk })).Value();
        await Wait.Until(
            () => windows.Any(w => w.GetProperty("clerk").GetString() == clerk), "the clerk is at the window");
        // Two seconds and more of heartbeats, so that the window knows the page.
        await using var screen = await new Screen(shared.Server.Address, hall).Start();
        var begun = DateTime.UtcNow;
        await Wait.Until(() => DateTime.UtcNow - begun > TimeSpan.FromSeconds(3), "the page beats");
        await hub.DisposeAsync();
        var gone = DateTime.UtcNow;
        await Wait.Until(
            () => Task.FromResult(screen.Events.Any(e =>
                e.TryGetProperty("windowState", out var state) && state.GetString() == "unattended")),
            TimeSpan.FromSeconds(60), () => "the window is unattended");
        Assert.True(DateTime.UtcNow - gone > TimeSpan.FromSeconds(20));
    }

    private static object Id() => new { requestId = Caller.NewId() };

    private static int Count(JsonElement queue) =>
        queue.GetProperty("waiting").EnumerateArray().Sum(c => c.GetProperty("count").GetInt32());

    private async Task<HubConnection> Attend(string hall, string window, string clerk)
    {
        var hub = Hubs.Connect(shared.Server.Address, "counter");
        hub.On<JsonElement>("window", windows.Enqueue);
        hub.On<JsonElement>("queue", queue => queues.Enqueue((queue, DateTime.UtcNow)));
        await hub.StartAsync();
        var attended = (await hub.InvokeAsync<JsonElement>("Attend", hall, window, clerk)).Value();
        Assert.Equal("closed", attended.GetProperty("state").GetString());
        await Wait.Until(() => !windows.IsEmpty && !queues.IsEmpty, "window and line are pushed at first");
        return hub;
    }
}
