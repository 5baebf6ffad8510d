using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Doors;

public sealed class WindowDoorTests(SharedServer shared)
{
    private readonly HttpClient http = shared.Http;

    [Fact]
    public async Task A_clerk_opens_calls_starts_finishes_and_closes()
    {
        var hall = shared.FreshHall();
        (await http.AtWindow(hall, "2", "call-next")).Refused(409, "window-not-open");
        var clerk = await http.Open(hall, "2");
        var nobody = (await http.AtWindow(hall, "2", "call-next")).Accepted();
        Assert.Equal((null, "nobody-waiting"), (nobody.Text("ticket"), nobody.Text("reason")));

        var (first, second) = ((await http.Take(hall)).Accepted(), (await http.Take(hall)).Accepted());
        var called = (await http.AtWindow(hall, "2", "call-next")).Accepted();
        Assert.Equal((first.Text("ticket"), "A001"), (called.Text("ticket"), called.Text("number")));
        Assert.Equal("calling", called["window"].GetProperty("state").GetString());
        (await http.AtWindow(hall, "2", "call-next")).Refused(409, "window-busy");
        (await http.AtWindow(hall, "2", "close")).Refused(409, "window-busy");

        var started = (await http.AtWindow(hall, "2", "start")).Accepted();
        Assert.Equal(("serving", clerk), (started.Text("state"), started.Text("clerk")));
        var next = (await http.AtWindow(hall, "2", "call-next", ("finishCurrent", true))).Accepted();
        Assert.Equal(second.Text("ticket"), next.Text("ticket"));
        Assert.Equal("done", (await http.Get($"/api/tickets/{first.Text("ticket")}")).Accepted().Text("state"));
        (await http.AtWindow(hall, "2", "finish", ("outcome", "accepted"))).Accepted();
        (await http.AtWindow(hall, "2", "finish")).Refused(409, "ticket-not-called");
        Assert.Equal("closed", (await http.AtWindow(hall, "2", "close")).Accepted().Text("state"));
    }

    [Fact]
    public async Task Too_soon_is_refused_with_the_time_from_which_it_is_not()
    {
        var hall = shared.FreshHall();
        await http.Open(hall, "2");
        (await http.Take(hall)).Accepted();
        var called = (await http.AtWindow(hall, "2", "call-next")).Accepted();
        var from = called["window"].GetProperty("inHand").GetProperty("recallFrom").GetDateTimeOffset();
        var recall = await http.AtWindow(hall, "2", "recall");
        recall.Refused(409, "recall-too-soon");
        Assert.Equal(from, recall["from"].GetDateTimeOffset());
        Assert.Equal(System.Text.Json.JsonValueKind.Object, recall["asOf"].ValueKind);
        (await http.AtWindow(hall, "2", "no-show")).Refused(409, "no-show-too-soon");
        var released = (await http.AtWindow(hall, "2", "release")).Accepted();
        Assert.Equal(("ready", null), (released.Text("state"), released.Text("ticket")));
    }

    [Fact]
    public async Task A_pause_begins_after_the_ticket_in_hand()
    {
        var hall = shared.FreshHall();
        await http.Open(hall, "3");
        (await http.Take(hall)).Accepted();
        (await http.AtWindow(hall, "3", "call-next")).Accepted();
        const string Noon = "2026-12-01T12:00:00+08:00";
        var wished = (await http.AtWindow(hall, "3", "pause", ("reason", "break"), ("until", Noon))).Accepted();
        Assert.Equal((true, "calling"), (wished["pauseRequested"].GetBoolean(), wished.Text("state")));
        Assert.Equal("paused", (await http.AtWindow(hall, "3", "finish")).Accepted().Text("state"));
        (await http.AtWindow(hall, "3", "call-next")).Refused(409, "window-paused");
        Assert.Equal("ready", (await http.AtWindow(hall, "3", "resume")).Accepted().Text("state"));
    }

    [Fact]
    public async Task A_ticket_is_called_by_hand_held_and_sent_on()
    {
        var hall = shared.FreshHall();
        await http.Open(hall, "2");
        await http.Open(hall, "3");
        (await http.Take(hall)).Accepted();
        var second = (await http.Take(hall)).Accepted().Text("ticket");
        var byHand = (await http.AtWindow(hall, "2", "call", ("ticket", second), ("reason", "wheelchair"))).Accepted();
        Assert.Equal(second, byHand.Text("ticket"));
        (await http.AtWindow(hall, "2", "transfer", ("to", new { window = "3" }), ("reason", "next step"))).Accepted();
        Assert.Equal("3", (await http.Get($"/api/tickets/{second}")).Accepted().Text("window"));
        Assert.Equal(second, (await http.AtWindow(hall, "3", "call-next")).Accepted().Text("ticket"));
        (await http.AtWindow(hall, "3", "hold")).Accepted();
        Assert.Equal("held", (await http.Get($"/api/tickets/{second}")).Accepted().Text("state"));
        var elsewhere = ("to", (object)new { hall = "999999" });
        (await http.AtWindow(hall, "3", "transfer", ("ticket", second), elsewhere, ("reason", "x")))
            .Refused(404, "hall-unknown");
    }

    [Fact]
    public async Task Clerks_without_a_post_or_at_another_window_are_refused()
    {
        var hall = shared.FreshHall();
        (await http.AtWindow(hall, "2", "open", ("clerk", "nobody"))).Refused(404, "clerk-unknown");
        var clerk = await http.Open(hall, "3");
        // The A post of window 3 is the first deputy of window 2.
        (await http.AtWindow(hall, "2", "open", ("clerk", clerk))).Refused(409, "clerk-elsewhere");
        (await http.AtWindow(hall, "77", "open", ("clerk", clerk))).Refused(404, "window-unknown");
        (await http.AtWindow("999999", "2", "open", ("clerk", clerk))).Refused(404, "hall-unknown");
    }

    [Fact]
    public async Task A_window_call_is_repeated_with_its_id_and_happens_once()
    {
        var hall = shared.FreshHall();
        await http.Open(hall, "2");
        var (first, _) = ((await http.Take(hall)).Accepted(), (await http.Take(hall)).Accepted());
        var one = (await http.AtWindow(hall, "2", "call-next", ("requestId", "n1"))).Accepted();
        var two = (await http.AtWindow(hall, "2", "call-next", ("requestId", "n1"))).Accepted();
        Assert.Equal((first.Text("ticket"), one.Text("ticket")), (one.Text("ticket"), two.Text("ticket")));
        (await http.AtWindow(hall, "2", "finish", ("requestId", "n1"))).Refused(422, "request-id-reused");
    }
}
