using System.Text.Json;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Posts;

/// <summary>Window 3 of a township; its first deputy is the clerk of window 4.</summary>
[Collection(typeof(QuickHalls))]
public sealed class CoverTests(QuickServer quick)
{
    private readonly HttpClient http = quick.Http;

    [Fact]
    public async Task A_pause_is_covered_at_once_and_the_pages_are_told()
    {
        var hall = quick.PullHall();
        await using var three = await Open(hall, "3");
        await using var four = await Open(hall, "4");
        await using var carried = await CarriedPicture.Follow(quick.Address, hall);
        (await http.Take(hall)).Accepted();
        var pausing = DateTime.UtcNow;
        (await http.AtWindow(hall, "3", "pause", ("reason", "break"))).Accepted();
        var told = await four.When("cover", c => IsCover(c, "3", "4", true), "the deputy is told");
        Assert.True((told - pausing).TotalMilliseconds < 500, $"{(told - pausing).TotalMilliseconds} ms");
        var cover = four.Of("cover").Single();
        Assert.Equal(("pause", 1), (Text(cover, "cause"), cover.GetProperty("waiting").GetInt32()));
        await three.When("cover", c => IsCover(c, "3", "4", true), "who paused is told as well");
        await three.When("window", w => Text(w, "coveredBy") == "4", "the window of the pause is covered");
        await four.When("window", w => w.GetProperty("covers").EnumerateArray().Any(c => Text(c, "window") == "3"),
            "window 4 covers it");
        await carried.IsTheBoard(http, hall, "covered");
        (await http.AtWindow(hall, "3", "resume")).Accepted();
        await four.When("cover", c => IsCover(c, "3", "4", false), "the cover is over");
        await carried.IsTheBoard(http, hall, "uncovered");
        Assert.Superset(new HashSet<string> { "covered", "uncovered" }, carried.Kinds);
    }

    [Fact]
    public async Task A_clerk_whose_page_is_gone_is_covered_after_the_delay_and_his_call_is_made_again_once()
    {
        var hall = quick.PullHall();
        await using var four = await Open(hall, "4");
        await using var screen = await new Screen(quick.Address, hall).Start();
        var ticket = (await http.Take(hall)).Accepted().Text("ticket");
        await using (var three = await Open(hall, "3"))
        {
            Assert.Equal(ticket, Text(await three.Do("CallNext"), "ticket"));
            await BeatOnce();
        }
        var gone = DateTime.UtcNow;
        var told = await four.When("cover", c => IsCover(c, "3", "4", true), "the deputy is told");
        Assert.Equal("lost", Text(four.Of("cover")[^1], "cause"));
        Assert.InRange((told - gone).TotalSeconds, 3, 6.5);
        await Wait.Until(() => Calls(screen, "4") == 1, "the ticket is called again at window 4");
        var windows = (await http.Get($"/api/halls/{hall}")).Accepted()["windows"].EnumerateArray().ToList();
        Assert.Equal(ticket, Text(windows.Single(w => Text(w, "window") == "4"), "ticket"));
        Assert.Null(Text(windows.Single(w => Text(w, "window") == "3"), "ticket"));
        Assert.Equal((1, 1), (Calls(screen, "3"), Calls(screen, "4")));
    }

    [Fact]
    public async Task A_short_cut_of_the_connection_changes_nothing()
    {
        var hall = quick.PullHall();
        await using var four = await Open(hall, "4");
        var clerk = await http.ClerkOf(hall, "3");
        await using (var three = await Counter.Open(quick.Address, hall, "3", clerk))
            await BeatOnce();
        await using var back = await Counter.Attend(quick.Address, hall, "3", clerk);
        var begun = DateTime.UtcNow;
        await Wait.Until(() => DateTime.UtcNow - begun > TimeSpan.FromSeconds(8), "more than the delay is over");
        Assert.Equal("ready", Text(back.Of("window")[^1], "state"));
        Assert.Empty(four.Of("cover"));
    }

    [Fact]
    public async Task A_ticket_is_taken_from_a_window_whose_clerk_is_lost()
    {
        var hall = quick.PullHall();
        var ticket = (await http.Take(hall)).Accepted().Text("ticket");
        var path = $"/api/halls/{hall}/tickets/{ticket}/take-away";
        (await http.Post(path, new { requestId = "w", reason = "x" })).Refused(409, "ticket-not-called");
        await using (var three = await Open(hall, "3"))
        {
            await three.Do("CallNext");
            await three.Do("Start");
            (await http.Post(path, new { requestId = "b", reason = "x" })).Refused(409, "window-busy");
            await BeatOnce();
        }
        await Wait.Until(async () => await StateOf(hall, "3") == "unattended", TimeSpan.FromSeconds(20),
            () => "the clerk is lost");
        await using var carried = await CarriedPicture.Follow(quick.Address, hall);
        var back = (await http.Post(path, new { requestId = "t", reason = "the PC froze" })).Accepted();
        Assert.Equal("waiting", back.Text("state"));
        (await http.Post(path, new { requestId = "t", reason = "the PC froze" })).Accepted();
        (await http.Post(path, new { requestId = "t", reason = "another" })).Refused(422, "request-id-reused");
        var unknown = $"/api/halls/{hall}/tickets/{ticket![..^3]}999/take-away";
        (await http.Post(unknown, new { requestId = "u", reason = "x" })).Refused(404, "ticket-unknown");
        await carried.IsTheBoard(http, hall, "take-away");
    }

    private static bool IsCover(JsonElement cover, string window, string by, bool active) =>
        Text(cover, "window") == window && Text(cover, "by") == by
        && cover.GetProperty("active").GetBoolean() == active;

    private static string? Text(JsonElement from, string field) => from.GetProperty(field).GetString();

    private static int Calls(Screen screen, string window) => screen.Events.Count(e =>
        Text(e, "kind") == "called" && e.GetProperty("window").GetString() == window);

    /// <summary>The window knows of the page: its beats come once a second.</summary>
    private static Task BeatOnce()
    {
        var begun = DateTime.UtcNow;
        return Wait.Until(() => DateTime.UtcNow - begun > TimeSpan.FromSeconds(2), "the page beats");
    }

    private async Task<Counter> Open(string hall, string window) =>
        await Counter.Open(quick.Address, hall, window, await http.ClerkOf(hall, window));

    private async Task<string?> StateOf(string hall, string window) =>
        (await http.Get($"/api/halls/{hall}/board")).Accepted()["windows"].EnumerateArray()
            .Single(w => Text(w, "window") == window).GetProperty("state").GetString();
}
