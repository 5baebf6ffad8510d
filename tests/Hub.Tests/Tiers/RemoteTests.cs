using System.Text.Json;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Tiers;

/// <summary>A clerk of the township serves a citizen of a village by camera.</summary>
[Collection(typeof(QuickHalls))]
public sealed class RemoteTests(QuickServer quick)
{
    private readonly HttpClient http = quick.Http;

    [Fact]
    public async Task A_village_without_a_clerk_is_served_from_the_township_at_its_booth()
    {
        var (township, village) = quick.Family();
        await using var there = await CarriedPicture.Follow(quick.Address, village);
        await using var here = await CarriedPicture.Follow(quick.Address, township);
        await using var screen = await new Screen(quick.Address, village).Start();
        await http.Open(township, "2");
        var taken = (await http.Take(village, matter: "consult")).Accepted();
        var ticket = taken.Text("ticket")!;

        var called = await Lent(township, ticket);
        var inHand = called["window"].GetProperty("inHand");
        Assert.Equal((taken.Text("number"), village, true),
            (called.Text("number"), Text(inHand, "home"), inHand.GetProperty("byCamera").GetBoolean()));
        var booth = await Window(village, "R1");
        Assert.Equal(("calling", taken.Text("number"), await NameOf(township)),
            (Text(booth, "state"), Text(booth, "number"), Text(booth, "helper")));
        Assert.Equal(await NameOf(village), Text(await Window(township, "2"), "home"));
        await Same("lent");
        Assert.Equal(1, (await Listed(village)).GetProperty("servedElsewhere").GetInt32());
        Assert.Equal(1, (await Listed(township)).GetProperty("helping").GetInt32());
        Assert.Equal("R1", (await http.Get($"/api/tickets/{taken.Text("link")}")).Accepted().Text("window"));

        (await http.AtWindow(township, "2", "hold")).Refused(409, "ticket-of-another-hall");
        await Wait.Until(async () => (await http.AtWindow(township, "2", "recall")).StatusNumber == 200,
            TimeSpan.FromSeconds(10), () => "the recall is not too soon");
        await Wait.Until(() => Kinds(screen).Contains("recalled"), "the village screen calls again");
        (await http.AtWindow(township, "2", "start")).Accepted();
        await Wait.Until(async () => Text(await Window(village, "R1"), "state") == "serving", TimeSpan.FromSeconds(10),
            () => "the village screen shows it");
        (await http.AtWindow(township, "2", "finish", ("outcome", "accepted"))).Accepted();
        await Wait.Until(async () => Text(await Window(village, "R1"), "state") == "closed", TimeSpan.FromSeconds(10),
            () => "the booth is free");
        await Same("finished");
        Assert.Equal("done", (await http.Get($"/api/tickets/{taken.Text("link")}")).Accepted().Text("state"));
        Assert.Superset(
            new HashSet<string> { "boothTaken", "called", "recalled", "started", "finished", "boothFreed" },
            there.Kinds);
        Assert.Contains("guestCame", here.Kinds);

        async Task Same(string act)
        {
            await there.IsTheBoard(http, village, act);
            await here.IsTheBoard(http, township, act);
        }
    }

    [Fact]
    public async Task A_citizen_who_does_not_come_to_the_booth_or_is_let_go_is_back_in_his_own_hall()
    {
        var (township, village) = quick.Family();
        await using var there = await CarriedPicture.Follow(quick.Address, village);
        await using var here = await CarriedPicture.Follow(quick.Address, township);
        await http.Open(township, "2");
        var ticket = (await http.Take(village, matter: "consult")).Accepted().Text("ticket")!;
        await Lent(township, ticket);
        (await http.AtWindow(township, "2", "release")).Accepted();
        await Wait.Until(async () => await StateOf(ticket) == "waiting", TimeSpan.FromSeconds(10),
            () => "it waits at home again");
        await there.IsTheBoard(http, village, "let go");
        await here.IsTheBoard(http, township, "let go");

        await Lent(township, ticket);
        (await http.AtWindow(township, "2", "no-show")).Accepted();
        await Wait.Until(async () => await StateOf(ticket) == "noShow", TimeSpan.FromSeconds(10), () => "it is missed");
        await there.IsTheBoard(http, village, "missed");
        await here.IsTheBoard(http, township, "missed");
    }

    [Fact]
    public async Task Where_tickets_are_offered_the_clerk_is_asked_for_a_citizen_of_another_hall()
    {
        var (township, village) = QuickServer.OfferingFamily;
        await using var there = await CarriedPicture.Follow(quick.Address, village);
        await using var here = await CarriedPicture.Follow(quick.Address, township);
        await using var page = await Counter.Open(
            quick.Address, township, "2", await http.ClerkOf(township, "2"));
        var ticket = (await http.Take(village, matter: "consult")).Accepted().Text("ticket");
        await page.When("offer", o => IsOf(o, village), "the clerk is asked");
        Assert.Equal((ticket, await NameOf(village)), (page.Offered, Text(page.Of("offer")[^1], "homeName")));
        (await page.Ask("Decline", new { requestId = "d", reason = "a colleague asks" })).Value();
        await Wait.Until(() => page.Offered is null, "the offer is over");
        await there.IsTheBoard(http, village, "declined");
        await here.IsTheBoard(http, township, "declined");

        await Wait.Until(() => page.Offered == ticket, "the clerk is asked again");
        var taken = await page.Do("Accept");
        Assert.True(taken.GetProperty("inHand").GetProperty("byCamera").GetBoolean());
        await page.Do("Finish");
        await Wait.Until(async () => await StateOf(ticket!) == "done", TimeSpan.FromSeconds(10), () => "it is done");
        await there.IsTheBoard(http, village, "finished");
        await here.IsTheBoard(http, township, "finished");
    }

    private static bool IsOf(JsonElement offer, string home) =>
        offer.ValueKind == JsonValueKind.Object && Text(offer, "home") == home;

    /// <summary>Calls until the village has told the township that its citizen starves.</summary>
    private async Task<Answered> Lent(string township, string ticket)
    {
        Answered? called = null;
        await Wait.Until(
            async () =>
            {
                called = (await http.AtWindow(township, "2", "call-next")).Accepted();
                return called.Text("ticket") is not null;
            },
            TimeSpan.FromSeconds(15), () => "the village's ticket is lent");
        Assert.Equal(ticket, called!.Text("ticket"));
        return called;
    }

    private static string? Text(JsonElement from, string field) => from.GetProperty(field).GetString();

    private static HashSet<string?> Kinds(Screen screen) => [.. screen.Events.Select(e => Text(e, "kind"))];

    private async Task<string?> StateOf(string ticket) =>
        (await http.Get($"/api/tickets/{ticket}")).Accepted().Text("state");

    private async Task<string?> NameOf(string hall) => (await http.Get($"/api/halls/{hall}")).Accepted().Text("name");

    private async Task<JsonElement> Window(string hall, string window) =>
        (await http.Get($"/api/halls/{hall}/board")).Accepted()["windows"].EnumerateArray()
            .Single(w => Text(w, "window") == window);

    /// <summary>The list is up to two seconds old.</summary>
    private async Task<JsonElement> Listed(string hall)
    {
        JsonElement listed = default;
        await Wait.Until(
            async () =>
            {
                listed = (await http.Get("/api/halls")).Accepted().Body.EnumerateArray()
                    .Single(h => Text(h, "hall") == hall);
                return listed.GetProperty("servedElsewhere").GetInt32() + listed.GetProperty("helping").GetInt32() > 0;
            },
            TimeSpan.FromSeconds(10), () => "the list shows the help");
        return listed;
    }
}
