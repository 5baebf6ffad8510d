using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Posts;

/// <summary>Deputies without a window: the clerk of window 4 is the first deputy of window 3.</summary>
[Collection(typeof(QuickHalls))]
public sealed class StandbyTests(QuickServer quick)
{
    private readonly HttpClient http = quick.Http;

    [Fact]
    public async Task A_deputy_comes_and_goes_over_http()
    {
        var hall = quick.PullHall();
        var clerk = await http.ClerkOf(hall, "4");
        var path = $"/api/halls/{hall}/standby";
        var come = (await http.Post(path, new { requestId = "s", clerk })).Accepted();
        Assert.Equal((clerk, true), (come.Text("clerk"), come["present"].GetBoolean()));
        Assert.Equal([clerk], Names(come["standby"]));
        Assert.Equal(JsonValueKind.Null, come["window"].ValueKind);
        Assert.Equal([clerk], Names((await http.Post(path, new { requestId = "s", clerk })).Accepted()["standby"]));
        Assert.Equal([clerk], Names((await http.Get($"/api/halls/{hall}")).Accepted()["standby"]));
        (await http.Post(path, new { requestId = "s", clerk, present = false })).Refused(422, "request-id-reused");
        (await http.Post(path, new { requestId = "n", clerk = "nobody" })).Refused(404, "clerk-unknown");
        (await http.Post("/api/halls/999999/standby", new { requestId = "n", clerk })).Refused(404, "hall-unknown");
        var gone = (await http.Post(path, new { requestId = "g", clerk, present = false })).Accepted();
        Assert.Empty(Names(gone["standby"]));
        await http.Open(hall, "4");
        (await http.Post(path, new { requestId = "w", clerk })).Refused(409, "clerk-elsewhere");
    }

    [Fact]
    public async Task A_deputy_is_told_to_sit_down_and_stays_there()
    {
        var hall = quick.PullHall();
        var clerk = await http.ClerkOf(hall, "4");
        await using var carried = await CarriedPicture.Follow(quick.Address, hall);
        await using var three = await Counter.Open(quick.Address, hall, "3", await http.ClerkOf(hall, "3"));
        await using var page = await Counter.StandBy(quick.Address, hall, clerk);
        (await http.Take(hall)).Accepted();
        (await http.AtWindow(hall, "3", "pause", ("reason", "break"))).Accepted();
        // A picture that comes before its event tells him where, the event then tells him why.
        await page.When(
            "cover", c => Is(c, "3", true) && Text(c, "cause") == "pause",
            "the deputy is told where to sit down and why");
        Assert.All(page.Of("cover"), c => Assert.True(Is(c, "3", true)));
        await carried.IsTheBoard(http, hall, "seated");

        // The standby page is the sign of life until the window's own page has come.
        var begun = DateTime.UtcNow;
        await Wait.Until(() => DateTime.UtcNow - begun > TimeSpan.FromSeconds(7), "more than the delay is over");
        var seated = (await page.Hub.InvokeAsync<JsonElement>("Attend", hall, "3", clerk)).Value();
        Assert.Equal(("ready", clerk, "b"), (Text(seated, "state"), Text(seated, "clerk"), Text(seated, "post")));
        Assert.Equal("A001", Text(await page.Do("CallNext"), "number"));
        // Standing by again from the window's page says where he sits.
        var elsewhere = (await page.Hub.InvokeAsync<JsonElement>("StandBy", hall, clerk)).Value();
        Assert.Equal(("3", false), (Text(elsewhere, "window"), elsewhere.GetProperty("present").GetBoolean()));
    }

    [Fact]
    public async Task Who_stands_by_goes_by_a_word_or_when_the_page_stays_away()
    {
        var hall = quick.PullHall();
        var clerk = await http.ClerkOf(hall, "4");
        await using (var page = await Counter.StandBy(quick.Address, hall, clerk))
        {
            Assert.Equal("request-invalid", (await page.Ask("Accept", new { requestId = "a" })).Code());
            (await page.Hub.InvokeAsync<JsonElement>("StandDown")).Value();
            Assert.Empty(await Standby(hall));
            (await page.Hub.InvokeAsync<JsonElement>("StandBy", hall, clerk)).Value();
            Assert.Equal("clerk-unknown", (await page.Hub.InvokeAsync<JsonElement>("StandBy", hall, "nobody")).Code());
            Assert.Equal([clerk], await Standby(hall));
        }
        // A page that is back in time goes on.
        await using (await Counter.StandBy(quick.Address, hall, clerk))
            Assert.Equal([clerk], await Standby(hall));
        var gone = DateTime.UtcNow;
        await Wait.Until(async () => (await Standby(hall)).Count == 0, TimeSpan.FromSeconds(50), () => "he is gone");
        Assert.True(DateTime.UtcNow - gone > TimeSpan.FromSeconds(4));
    }

    private static bool Is(JsonElement cover, string window, bool active) =>
        Text(cover, "window") == window && Text(cover, "by") == window
        && cover.GetProperty("active").GetBoolean() == active;

    private static string? Text(JsonElement from, string field) => from.GetProperty(field).GetString();

    private static List<string?> Names(JsonElement list) => [.. list.EnumerateArray().Select(n => n.GetString())];

    private async Task<List<string?>> Standby(string hall) =>
        Names((await http.Get($"/api/halls/{hall}")).Accepted()["standby"]);
}
