using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Tiers;

/// <summary>A ticket is sent to another hall for good.</summary>
[Collection(typeof(QuickHalls))]
public sealed class SendTests(QuickServer quick)
{
    private readonly HttpClient http = quick.Http;

    [Fact]
    public async Task The_other_hall_calls_it_by_its_number_and_the_phone_follows()
    {
        var (from, to) = (quick.PullHall(), quick.PullHall());
        await using var here = await CarriedPicture.Follow(quick.Address, from);
        await using var there = await CarriedPicture.Follow(quick.Address, to);
        await http.Open(from, "1");
        await http.Open(to, "1");
        var taken = (await http.Take(from, matter: "consult")).Accepted();
        var link = taken.Text("link")!;
        var pushes = new ConcurrentQueue<JsonElement>();
        await using var phone = Hubs.Connect(quick.Address, "ticket");
        phone.On<JsonElement>("ticket", pushes.Enqueue);
        await phone.StartAsync();
        (await phone.InvokeAsync<JsonElement>("Watch", link)).Value();
        (await http.AtWindow(from, "1", "call-next")).Accepted();
        (await http.AtWindow(from, "1", "start")).Accepted();

        var sent = (await Send(from, "s", new { hall = to })).Accepted();
        Assert.Equal(("ready", null), (sent.Text("state"), sent.Text("ticket")));
        (await Send(from, "s", new { hall = to })).Accepted();
        (await Send(from, "s", new { hall = to, matter = "assist" })).Refused(422, "request-id-reused");
        await Wait.Until(async () => Shown(await Ticket(link)) == (to, "waiting"), TimeSpan.FromSeconds(10),
            () => "the other hall has it");
        var shown = await Ticket(link);
        Assert.Equal((taken.Text("number"), from), (shown.Text("number"), shown.Text("home")));
        Assert.Equal(taken["issuedAt"].GetDateTimeOffset(), shown["issuedAt"].GetDateTimeOffset());
        await Wait.Until(() => pushes.Any(p => p.GetProperty("hall").GetString() == to), "the phone sees it there");
        await here.IsTheBoard(http, from, "sent");
        await there.IsTheBoard(http, to, "come");

        var called = (await http.AtWindow(to, "1", "call-next")).Accepted();
        Assert.Equal((taken.Text("ticket"), taken.Text("number")), (called.Text("ticket"), called.Text("number")));
        await Wait.Until(() => pushes.Any(p => p.GetProperty("state").GetString() == "called"), "the phone is called");
        (await http.AtWindow(to, "1", "finish")).Accepted();
        await Wait.Until(() => pushes.Any(p => p.GetProperty("state").GetString() == "done"), "the phone sees the end");
        await there.IsTheBoard(http, to, "finished");
        Assert.Superset(new HashSet<string> { "moveBegun", "moved" }, here.Kinds);
    }

    [Fact]
    public async Task What_the_other_hall_cannot_take_is_refused_and_stays()
    {
        var (from, to) = (quick.PullHall(), quick.PullHall());
        await http.Open(from, "1");
        var waiting = (await http.Take(from, matter: "consult")).Accepted().Text("ticket");
        (await Send(from, "a", new { hall = "999999" }, waiting)).Refused(404, "hall-unknown");
        (await Send(from, "b", new { hall = to, matter = "construction-permit" }, waiting))
            .Refused(409, "matter-not-served-here");
        (await Send(from, "c", new { hall = to, window = "1" }, waiting)).Refused(400, "request-invalid");
        (await Send(from, "d", new { hall = to })).Refused(409, "ticket-not-called");
        Assert.Equal("waiting", (await Ticket(waiting!)).Text("state"));
        (await Send(from, "e", new { hall = to, matter = "assist" }, waiting)).Accepted();
        await Wait.Until(async () => Shown(await Ticket(waiting!)) == (to, "waiting"), TimeSpan.FromSeconds(10),
            () => "one who waits is sent, too");
        Assert.Equal("assist", (await Ticket(waiting!)).Text("matter"));
    }

    private static (string? Hall, string? State) Shown(Answered ticket) => (ticket.Text("hall"), ticket.Text("state"));

    private Task<Answered> Send(string hall, string id, object to, string? ticket = null) => http.AtWindow(
        hall, "1", "transfer", ("requestId", id), ("to", to), ("reason", "served there"), ("ticket", ticket));

    private async Task<Answered> Ticket(string ticketOrLink) =>
        (await http.Get($"/api/tickets/{ticketOrLink}")).Accepted();
}
