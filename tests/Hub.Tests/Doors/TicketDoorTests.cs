using System.Net;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Doors;

public sealed class TicketDoorTests(SharedServer shared)
{
    private readonly HttpClient http = shared.Http;

    [Fact]
    public async Task The_same_request_gives_the_same_ticket_and_another_one_under_its_id_is_refused()
    {
        var hall = shared.FreshVillage();
        var id = Caller.NewId();
        var taken = (await http.Take(hall, id)).Accepted();
        Assert.Equal(HttpStatusCode.Created, taken.Status);
        Assert.Equal("A001", taken.Text("number"));
        (await http.Take(hall)).Accepted();

        var again = await http.Take(hall, id);
        Assert.Equal(HttpStatusCode.OK, again.Status);
        foreach (var field in (string[])["ticket", "number", "state", "link"])
            Assert.Equal(taken.Text(field), again.Text(field));
        (await http.Post($"/api/halls/{hall}/tickets", new { requestId = id, @class = "priority", reason = "elder" }))
            .Refused(422, "request-id-reused");
    }

    [Fact]
    public async Task A_ticket_is_shown_by_its_id_and_by_its_link_and_by_nothing_else()
    {
        var hall = shared.FreshVillage();
        var taken = (await http.Take(hall)).Accepted();
        foreach (var name in (string[])[taken.Text("ticket")!, taken.Text("link")!])
        {
            var shown = (await http.Get($"/api/tickets/{name}")).Accepted();
            Assert.Equal("waiting", shown.Text("state"));
            Assert.Equal(0, shown["ahead"].GetInt32());
            Assert.Equal("taken", shown["history"][0].GetProperty("kind").GetString());
            Assert.False(string.IsNullOrEmpty(shown["why"].GetProperty("zh").GetString()));
        }
        var link = taken.Text("link")!;
        var forged = link[..^1] + (link[^1] == '0' ? '1' : '0');
        foreach (var unknown in (string[])[forged, "x", "-", hall, $"{hall}-20200101-A001", "999999-20261123-A001"])
            (await http.Get($"/api/tickets/{unknown}")).Refused(404, "ticket-unknown");
    }

    [Fact]
    public async Task The_qr_is_a_drawing_of_the_tickets_address()
    {
        var taken = (await http.Take(shared.FreshVillage())).Accepted();
        using var qr = await http.GetAsync($"/api/tickets/{taken.Text("link")}/qr.svg");
        Assert.Equal("image/svg+xml", qr.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("<svg", await qr.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        (await http.Get("/api/tickets/999999-x/qr.svg")).Refused(404, "ticket-unknown");
    }

    [Fact]
    public async Task The_holder_of_the_paper_cancels_with_the_number_and_nobody_else()
    {
        var hall = shared.FreshVillage();
        var taken = (await http.Take(hall)).Accepted();
        var (ticket, link, number) = (taken.Text("ticket"), taken.Text("link"), taken.Text("number"));
        (await http.Post($"/api/tickets/{ticket}/cancel", new { requestId = "c1", number }))
            .Refused(404, "ticket-unknown");
        (await http.Post($"/api/tickets/{link}/cancel", new { requestId = "c1", number = "A999" }))
            .Refused(403, "not-allowed");
        var cancelled = (await http.Post($"/api/tickets/{link}/cancel", new { requestId = "c1", number })).Accepted();
        Assert.Equal("cancelled", cancelled.Text("state"));
        (await http.Post($"/api/tickets/{link}/cancel", new { requestId = "c1", number })).Accepted();
        (await http.Post($"/api/tickets/{link}/cancel", new { requestId = "c2", number }))
            .Refused(409, "ticket-already-finished");
    }

    [Fact]
    public async Task A_held_ticket_comes_back_and_a_ticket_of_another_hall_does_not()
    {
        var (hall, other) = (shared.FreshHall(), shared.FreshVillage());
        await http.Open(hall, "2");
        var ticket = (await http.Take(hall)).Accepted().Text("ticket");
        var foreign = (await http.Take(other)).Accepted().Text("ticket");
        (await http.AtWindow(hall, "2", "hold", ("ticket", ticket))).Accepted();
        var held = (await http.Get($"/api/halls/{hall}/held")).Accepted()["tickets"];
        Assert.Equal(ticket, held[0].GetProperty("ticket").GetString());
        (await http.Post($"/api/halls/{hall}/tickets/{foreign}/return", new { requestId = "b0" }))
            .Refused(404, "ticket-unknown");
        var back = (await http.Post($"/api/halls/{hall}/tickets/{ticket}/return", new { requestId = "b1" })).Accepted();
        Assert.Equal("waiting", back.Text("state"));
        (await http.Post($"/api/halls/{hall}/tickets/{ticket}/return", new { requestId = "b2" }))
            .Refused(409, "ticket-not-gone");
    }

    [Fact]
    public async Task Priority_is_served_first_and_says_why()
    {
        var hall = shared.FreshHall();
        (await http.Take(hall)).Accepted();
        var elder = (await http.Post(
            $"/api/halls/{hall}/tickets",
            new { requestId = Caller.NewId(), @class = "priority", reason = "elder" })).Accepted();
        Assert.Equal(("priority", 0), (elder.Text("class"), elder["ahead"].GetInt32()));
        (await http.Post($"/api/halls/{hall}/tickets", new { requestId = Caller.NewId(), matter = "no-such" }))
            .Refused(404, "matter-unknown");
    }
}
