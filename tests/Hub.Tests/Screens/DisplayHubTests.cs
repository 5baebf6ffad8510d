using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Screens;

public sealed class DisplayHubTests(SharedServer shared)
{
    private readonly HttpClient http = shared.Http;

    [Fact]
    public async Task A_screen_gets_the_picture_and_then_every_event_in_order()
    {
        var hall = shared.FreshHall();
        await http.Open(hall, "2");
        (await http.Take(hall)).Accepted();
        await using var screen = await new Screen(shared.Server.Address, hall).Start();
        for (var i = 0; i < 5; i++)
        {
            (await http.Take(hall)).Accepted();
            (await http.AtWindow(hall, "2", "call-next", ("finishCurrent", true))).Accepted();
        }
        await Wait.Until(() => screen.Called.Count == 5, "five calls are on the screen");
        Assert.Equal(["A001", "A002", "A003", "A004", "A005"], screen.Called);
        Assert.Equal((1, 0), (screen.Pictures, screen.Gaps));
        var call = screen.Events.First(e => e.GetProperty("kind").GetString() == "called");
        Assert.Equal("2", call.GetProperty("window").GetString());
        Assert.Equal("calling", call.GetProperty("windowState").GetString());
        Assert.False(call.TryGetProperty("notice", out _));
    }

    [Fact]
    public async Task A_screen_that_was_away_gets_what_it_missed_and_no_picture()
    {
        var hall = shared.FreshHall();
        var before = (await http.Take(hall)).Accepted()["asOf"];
        var (ledger, seq) = (before.GetProperty("ledger").GetString(), before.GetProperty("seq").GetInt64());
        (await http.Take(hall)).Accepted();
        (await http.Take(hall)).Accepted();
        await using var hub = Hubs.Connect(shared.Server.Address, "display");
        var missed = new TaskCompletionSource<JsonElement>();
        hub.On<JsonElement>("events", batch => missed.TrySetResult(batch));
        await hub.StartAsync();
        var answer = await hub.InvokeAsync<JsonElement>("Follow", hall, ledger, seq);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("picture").ValueKind);
        Assert.Equal((ledger, seq), (answer.GetProperty("ledger").GetString(), answer.GetProperty("seq").GetInt64()));
        var batch = await missed.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal((seq, seq + 2), (batch.GetProperty("after").GetInt64(), batch.GetProperty("upTo").GetInt64()));
        Assert.Equal(2, batch.GetProperty("events").GetArrayLength());
        Assert.Equal(3, batch.GetProperty("waiting").EnumerateArray().Sum(c => c.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Too_far_behind_or_another_ledger_brings_the_picture()
    {
        var hall = shared.FreshHall();
        await Task.WhenAll(Enumerable.Range(0, 1_100).Select(_ => http.Take(hall)));
        var ledger = (await http.Get($"/api/halls/{hall}/board")).Accepted().Text("ledger");
        await using var hub = Hubs.Connect(shared.Server.Address, "display");
        await hub.StartAsync();
        var behind = await hub.InvokeAsync<JsonElement>("Follow", hall, ledger, 1);
        Assert.True(behind.GetProperty("skipped").GetInt64() > 1_000);
        Assert.Equal(hall, behind.GetProperty("picture").GetProperty("hall").GetString());
        var other = await hub.InvokeAsync<JsonElement>("Follow", hall, "0123456789abcdef", 1);
        Assert.Equal(ledger, other.GetProperty("picture").GetProperty("ledger").GetString());
        Assert.Equal(0, other.GetProperty("skipped").GetInt64());
        Assert.Equal(16, other.GetProperty("build").GetString()!.Length);
    }

    [Fact]
    public async Task MessagePack_says_the_same_as_json()
    {
        var hall = shared.FreshHall();
        (await http.Take(hall)).Accepted();
        await using var json = Hubs.Connect(shared.Server.Address, "display");
        await using var packed = Hubs.Connect(shared.Server.Address, "display", messagePack: true);
        var pushes = new System.Collections.Concurrent.ConcurrentQueue<Dictionary<object, object>>();
        packed.On<Dictionary<object, object>>("events", pushes.Enqueue);
        await json.StartAsync();
        await packed.StartAsync();
        var one = await json.InvokeAsync<JsonElement>("Follow", hall, null, null);
        var two = await packed.InvokeAsync<Dictionary<object, object>>("Follow", hall, null, null);
        Assert.Equal(one.EnumerateObject().Select(p => p.Name), two.Keys.Cast<string>());
        var picture = (Dictionary<object, object>)two["picture"];
        Assert.Equal(one.GetProperty("picture").EnumerateObject().Select(p => p.Name), picture.Keys.Cast<string>());
        Assert.Equal(one.GetProperty("picture").GetProperty("at").GetString(), picture["at"]);
        Assert.Equal(one.GetProperty("seq").GetInt64(), Convert.ToInt64(two["seq"], null));
        (await http.Take(hall)).Accepted();
        await Wait.Until(() => !pushes.IsEmpty, "the push comes packed");
        Assert.Equal(hall, pushes.First()["hall"]);
    }

    [Fact]
    public async Task A_hall_or_place_that_cannot_be_is_refused_with_its_code()
    {
        await using var hub = Hubs.Connect(shared.Server.Address, "display");
        await hub.StartAsync();
        (object? Hall, object? Ledger, object? After, string Code)[] refused =
        [
            ("999999", null, null, "hall-unknown"), (7, null, null, "hall-unknown"), (null, null, null, "hall-unknown"),
            ("450521", 5, 1, "request-invalid"), ("450521", "x", -1, "request-invalid"),
            ("450521", "x", "one", "request-invalid"), ("450521", "\u0001", 1, "request-invalid"),
        ];
        foreach (var (hall, ledger, after, code) in refused)
        {
            var refusal = await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync("Follow", hall, ledger, after));
            Assert.Contains(code, refusal.Message, StringComparison.Ordinal);
        }
        await hub.InvokeAsync("Follow", "450521", null, null);
    }

    [Fact]
    public async Task A_call_through_the_API_reaches_the_screen()
    {
        var hall = shared.FreshHall();
        await using var screen = await new Screen(shared.Server.Address, hall).Start();
        await http.Open(hall, "2");
        var number = (await http.Take(hall)).Accepted().Text("number");
        (await http.AtWindow(hall, "2", "call-next")).Accepted();
        await Wait.Until(() => screen.Called.Count == 1, "the call is on the screen");
        Assert.Equal(number, screen.Called.Single());
        var onBoard = (await http.Get($"/api/halls/{hall}/board")).Accepted()["calls"].EnumerateArray().Single();
        Assert.Equal(number, onBoard.GetProperty("number").GetString());
    }

    [Fact]
    public async Task One_bad_hall_id_is_refused_and_does_not_disturb_a_screen_of_a_good_hall()
    {
        var hall = shared.FreshHall();
        await using var screen = await new Screen(shared.Server.Address, hall).Start();
        await using var hub = Hubs.Connect(shared.Server.Address, "display");
        var heard = new System.Collections.Concurrent.ConcurrentQueue<JsonElement>();
        hub.On<JsonElement>("events", heard.Enqueue);
        await hub.StartAsync();
        await hub.InvokeAsync<JsonElement>("Follow", hall, null, null);
        var refusal = await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync("Follow", "999999", null, null));
        Assert.Contains("hall-unknown", refusal.Message, StringComparison.Ordinal);
        (await http.Take(hall)).Accepted();
        await Wait.Until(() => screen.Events.Count == 1 && heard.Count == 1, "both screens go on with the good hall");
        Assert.Equal((1, 0, 1), (screen.Pictures, screen.Gaps, screen.Connects));
        Assert.Equal(HubConnectionState.Connected, hub.State);
    }

    [Fact]
    public async Task Many_screens_of_a_hall_show_the_same()
    {
        var hall = shared.FreshHall();
        await http.Open(hall, "2");
        var screens = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(_ => new Screen(shared.Server.Address, hall).Start()));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => http.Take(hall)));
        for (var i = 0; i < 20; i++)
            (await http.AtWindow(hall, "2", "call-next", ("finishCurrent", true))).Accepted();
        var expected = Enumerable.Range(1, 20).Select(n => $"A{n:000}");
        await Wait.Until(() => screens.All(s => s.Called.Count == 20), "twenty calls are on every screen");
        Assert.All(screens, s => Assert.Equal(expected, s.Called));
        Assert.All(screens, s => Assert.Equal((1, 0, 1), (s.Pictures, s.Gaps, s.Connects)));
        foreach (var screen in screens)
            await screen.DisposeAsync();
    }
}
