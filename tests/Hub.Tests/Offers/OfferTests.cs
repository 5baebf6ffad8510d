using System.Diagnostics;
using System.Text.Json;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Offers;

[Collection(typeof(QuickHalls))]
public sealed class OfferTests(QuickServer quick)
{
    private readonly HttpClient http = quick.Http;

    [Fact]
    public async Task A_ready_window_is_offered_the_ticket_and_takes_it_once()
    {
        var hall = quick.PushHall();
        await using var page = await Open(hall, "2");
        Assert.Equal("push", (await http.Get($"/api/halls/{hall}")).Accepted().Text("mode"));
        (await http.AtWindow(hall, "2", "accept")).Refused(409, "ticket-not-offered");
        (await http.AtWindow(hall, "2", "decline", ("reason", "x"))).Refused(409, "ticket-not-offered");
        (await http.AtWindow(hall, "2", "call-next")).Refused(409, "pull-not-allowed");

        var ticket = (await http.Take(hall)).Accepted().Text("ticket");
        await Wait.Until(() => page.Offered == ticket, "the ticket is offered");
        var offer = page.Of("offer")[^1];
        Assert.Equal(5, (offer.GetProperty("until").GetDateTimeOffset()
            - offer.GetProperty("offeredAt").GetDateTimeOffset()).TotalSeconds, 1);
        Assert.Equal("offered", await StateOf(hall, "2"));
        Assert.Equal("offered", (await http.Get($"/api/tickets/{ticket}")).Accepted().Text("state"));

        var taken = (await page.Ask("Accept", new { requestId = "a" })).Value();
        Assert.Equal(ticket, taken.GetProperty("ticket").GetString());
        Assert.Equal("calling", taken.GetProperty("state").GetString());
        var again = (await http.AtWindow(hall, "2", "accept", ("requestId", "a"))).Accepted();
        Assert.Equal(ticket, again.Text("ticket"));
        (await http.AtWindow(hall, "2", "accept")).Refused(409, "ticket-not-offered");
        await Wait.Until(() => page.Offered is null, "the offer is over");
    }

    [Fact]
    public async Task The_next_offer_is_on_the_page_at_once()
    {
        var hall = quick.PushHall();
        await using var page = await Open(hall, "2");
        for (var i = 0; i < 8; i++)
            (await http.Take(hall)).Accepted();
        List<double> milliseconds = [];
        for (var i = 0; i < 7; i++)
        {
            await Wait.Until(() => page.Offered is not null, "a ticket is offered");
            var before = page.Offered;
            await page.Do("Accept");
            var finishing = DateTime.UtcNow;
            await page.Do("Finish");
            var at = await page.When("offer",
                o => o.ValueKind == JsonValueKind.Object && Number(o) > Number(before!), "the next is offered");
            milliseconds.Add((at - finishing).TotalMilliseconds);
        }
        // The counts of the line come every 200 ms; an offer never waits for its turn.
        Assert.True(milliseconds.Order().ElementAt(3) < 120, string.Join(' ', milliseconds));
    }

    [Fact]
    public async Task An_offer_declined_goes_to_the_next_window_and_is_counted()
    {
        var hall = quick.PushHall();
        await using var two = await Open(hall, "2");
        await using var three = await Open(hall, "3");
        var ticket = (await http.Take(hall)).Accepted().Text("ticket");
        var (first, second) = await OfferedAt(two, three, ticket);
        var declined = (await first.Ask("Decline", new { requestId = "d", reason = "a colleague asks" })).Value();
        Assert.Equal((1, "ready"), (declined.GetProperty("declined").GetInt32(), Text(declined, "state")));
        await Wait.Until(() => second.Offered == ticket, "the other window is asked");
        await Wait.Until(() => first.Offered is null, "the offer is gone from the first page");
        (await second.Ask("Accept", new { requestId = "a" })).Value();
        // The same decline again is the same decline.
        Assert.Equal(1, (await first.Ask("Decline", new { requestId = "d", reason = "a colleague asks" })).Value()
            .GetProperty("declined").GetInt32());
        Assert.Equal("request-id-reused",
            (await first.Ask("Decline", new { requestId = "d", reason = "another" })).Code());
    }

    [Fact]
    public async Task An_offer_that_nobody_takes_lapses_and_goes_to_the_next_window()
    {
        var hall = quick.PushHall();
        await using var two = await Open(hall, "2");
        await using var three = await Open(hall, "3");
        var ticket = (await http.Take(hall)).Accepted().Text("ticket");
        var (first, second) = await OfferedAt(two, three, ticket);
        var begun = Stopwatch.StartNew();
        await Wait.Until(() => second.Offered == ticket, "the offer goes on");
        Assert.InRange(begun.Elapsed.TotalSeconds, 3, 8);
        await Wait.Until(() => first.Of("window")[^1].GetProperty("lapsed").GetInt32() == 1, "the lapse is counted");
    }

    [Fact]
    public async Task A_citizen_who_gives_up_takes_the_offer_away()
    {
        var hall = quick.PushHall();
        await using var page = await Open(hall, "2");
        var taken = (await http.Take(hall)).Accepted();
        await Wait.Until(() => page.Offered == taken.Text("ticket"), "the ticket is offered");
        (await http.Post($"/api/tickets/{taken.Text("link")}/cancel",
            new { requestId = "c", number = taken.Text("number") })).Accepted();
        await Wait.Until(() => page.Offered is null, "the offer is over");
        Assert.Equal("ready", await StateOf(hall, "2"));
    }

    [Fact]
    public async Task A_picture_carried_on_by_events_is_the_board_while_tickets_are_offered()
    {
        var hall = quick.PushHall();
        await using var carried = await CarriedPicture.Follow(quick.Address, hall);
        var clerk = await http.Open(hall, "3");
        foreach (var act in new[] { "accept", "finish", "accept", "release", "decline", "pause", "resume" })
        {
            var taken = (await http.Take(hall)).Accepted();
            await carried.IsTheBoard(http, hall, $"taken before {act}");
            (await http.AtWindow(hall, "3", act, ("reason", "x"))).Accepted();
            await carried.IsTheBoard(http, hall, act);
            // After a release or a decline the window is asked again in five seconds.
            if (act is "release" or "decline")
                await Wait.Until(async () => await StateOf(hall, "3") == "offered", TimeSpan.FromSeconds(15),
                    () => "the window is asked again");
            if (act == "pause")
                (await http.Post($"/api/tickets/{taken.Text("link")}/cancel",
                    new { requestId = act, number = taken.Text("number") })).Accepted();
        }
        (await http.AtWindow(hall, "3", "accept")).Accepted();
        (await http.AtWindow(hall, "3", "open", ("clerk", clerk))).Accepted();
        await carried.IsTheBoard(http, hall, "opened with a ticket in hand");
        Assert.Superset(new HashSet<string> { "offered", "offerEnded", "called", "windowChanged" }, carried.Kinds);
    }

    [Fact]
    public async Task A_clerk_who_rests_is_not_asked_between_two_tickets()
    {
        var hall = quick.PushHall();
        await using var page = await Open(hall, "2");
        var rest = (await http.AtWindow(hall, "2", "rest", ("requestId", "r"), ("seconds", 600))).Accepted();
        Assert.Equal(600, rest["restSeconds"].GetInt32());
        (await http.AtWindow(hall, "2", "rest", ("requestId", "r"), ("seconds", 600))).Accepted();
        (await http.AtWindow(hall, "2", "rest", ("requestId", "r"), ("seconds", 0))).Refused(422, "request-id-reused");
        (await http.Take(hall)).Accepted();
        await Wait.Until(() => page.Offered is not null, "the first ticket is offered");
        await page.Do("Accept");
        await page.Do("Finish");
        var second = (await http.Take(hall)).Accepted().Text("ticket");
        await using var other = await Open(hall, "3");
        await Wait.Until(() => other.Offered == second, "the other window is asked");
        Assert.Null(page.Offered);
    }

    private static int Number(JsonElement offer) => Number(Text(offer, "ticket")!);

    private static int Number(string ticket) => int.Parse(ticket[^3..]);

    private static string? Text(JsonElement from, string field) => from.GetProperty(field).GetString();

    private static async Task<(Counter First, Counter Second)> OfferedAt(Counter one, Counter other, string? ticket)
    {
        await Wait.Until(() => one.Offered == ticket || other.Offered == ticket, "the ticket is offered");
        return one.Offered == ticket ? (one, other) : (other, one);
    }

    private async Task<Counter> Open(string hall, string window) =>
        await Counter.Open(quick.Address, hall, window, await http.ClerkOf(hall, window));

    private async Task<string?> StateOf(string hall, string window) =>
        (await http.Get($"/api/halls/{hall}/board")).Accepted()["windows"].EnumerateArray()
            .Single(w => Text(w, "window") == window).GetProperty("state").GetString();
}
