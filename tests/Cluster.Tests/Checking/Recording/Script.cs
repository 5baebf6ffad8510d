using System.Text.Json;
using static Yihao.Cluster.Tests.Checking.Recording.CheckedCounty;

namespace Yihao.Cluster.Tests.Checking.Recording;

/// <summary>A busy minute of a county and a village, in which every kind of answer is given.</summary>
internal sealed class Script(Recorder run)
{
    public async Task Play()
    {
        await run.Follow("county screen", County);
        await run.Follow("village screen", Village);
        await Open();
        var page = await run.Attend(County, "1", "c1");
        await Serve();
        await Stray();
        await Pause();
        await Lend();
        await Move();
        await Lose(page);
        await End();
    }

    private async Task Open()
    {
        await run.Post(County, "windows/1/open", new { clerk = "c1" });
        await run.Post(County, "windows/1/open", new { clerk = "v1" });
        await run.Post(County, "windows/2/open", new { clerk = "c1" });
        await run.Post(County, "windows/9/open", new { clerk = "c1" });
        await run.Post("450000", "tickets", new { matter = "card" });
        await run.Post(County, "tickets", new { matter = "nothing" });
        await run.Post(County, "tickets", new { matter = "card", requestId = "same" });
        await run.Post(County, "tickets", new { matter = "card", requestId = "same" });
        await run.Post(County, "tickets", new { matter = "land", requestId = "same" });
        await run.Post(County, "tickets", new { matter = "land" });
        await run.Post(County, "tickets", new { @class = "priority", reason = "elder" });
        await run.Post(County, "tickets");
        await Look(County);
    }

    private async Task Serve()
    {
        await run.Post(County, "windows/1/finish");
        await run.Post(County, "windows/1/call-next");
        await run.Post(County, "windows/1/call-next");
        await run.Post(County, "windows/1/recall");
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        await run.Post(County, "windows/1/recall");
        await run.Post(County, "windows/1/start");
        await run.Post(County, "windows/1/recall");
        await run.Post(County, "windows/1/finish", new { outcome = "accepted", requestId = "finished" });
        await run.Post(County, "windows/1/call-next", new { finishCurrent = true });
        await run.Post(County, "windows/1/finish", new { outcome = "accepted", requestId = "finished" });
        await run.Post(County, "windows/1/call-next", new { finishCurrent = true, requestId = "next" });
        await run.Post(County, "windows/1/call-next", new { finishCurrent = true, requestId = "next" });
        await Look(County);
        await run.Post(County, "windows/1/finish");
    }

    /// <summary>Numbers that are missed, held, sent on and given back.</summary>
    private async Task Stray()
    {
        var taken = await run.Post(County, "tickets", new { matter = "card" });
        var (ticket, number, link) = (Text(taken, "ticket"), Text(taken, "number"), Text(taken, "link"));
        await run.Post(County, "windows/1/call", new { ticket, reason = "asked for" });
        await run.Post(County, "windows/1/release");
        await run.Post(County, "windows/1/call", new { ticket, reason = "asked for" });
        await run.Post(County, "windows/1/no-show");
        await run.Post(County, $"tickets/{ticket}/return");
        await run.Post(County, $"tickets/{ticket}/return");
        await run.Post(County, "windows/1/hold", new { ticket });
        await run.Get(County, "held");
        await run.Post(County, $"tickets/{ticket}/return");
        await run.Post(County, "windows/1/transfer", new { ticket, to = new { matter = "land" }, reason = "wrong" });
        await run.Post(County, "windows/1/transfer", new { ticket, to = new { matter = "none" }, reason = "wrong" });
        await run.Get(County, $"tickets/{ticket}");
        await run.Get(County, $"tickets/{link}");
        await run.Post(County, $"tickets/{link}/cancel", new { number = "A999" });
        await run.Post(County, $"tickets/{link}/cancel", new { number, requestId = "cancelled" });
        await run.Post(County, $"tickets/{link}/cancel", new { number, requestId = "cancelled" });
        await run.Post(County, $"tickets/{link}/cancel", new { number });
        await Look(County);
    }

    private async Task Pause()
    {
        await run.Post(County, "windows/2/open", new { clerk = "c2" });
        for (var i = 0; i < 3; i++)
            await run.Post(County, "windows/2/call-next", new { finishCurrent = true });
        await run.Post(County, "windows/2/call-next");
        await run.Post(County, "windows/2/pause", new { reason = "break" });
        await run.Post(County, "windows/2/call-next");
        await Look(County);
        await run.Post(County, "windows/2/resume");
        await run.Post(County, "tickets", new { matter = "card" });
        await run.Post(County, "windows/2/call-next");
        await run.Post(County, "windows/2/pause", new { reason = "break" });
        await run.Post(County, "windows/2/close");
        await run.Post(County, "windows/2/finish");
        await run.Post(County, "windows/2/close");
        await run.Post(County, "standby", new { clerk = "c2" });
        await run.Post(County, "standby", new { clerk = "c2", present = false });
        await run.Post(County, "windows/2/open", new { clerk = "c2" });
    }

    /// <summary>The village has nobody: the county serves its citizens by camera.</summary>
    private async Task Lend()
    {
        for (var i = 0; i < 3; i++)
            await run.Post(Village, "tickets", new { matter = "card" });
        for (var served = 0; served < 2; served++)
        {
            await run.Until("a citizen of the village is served", async () =>
                Text(await run.Post(County, "windows/2/call-next"), "ticket")?.StartsWith(Village) == true);
            await Look(Village);
            await run.Post(County, "windows/2/start");
            await run.Post(County, "windows/2/finish", new { outcome = "accepted" });
        }

        await run.Until("both are at home again", async () =>
            (await run.Get(Village)).GetProperty("servedElsewhere").GetInt32() == 0);
    }

    private async Task Move()
    {
        await run.Post(Village, "windows/1/open", new { clerk = "v1" });
        var taken = await run.Post(Village, "tickets", new { matter = "card" });
        var (ticket, to) = (Text(taken, "ticket"), new { hall = County });
        await run.Post(Village, "windows/1/transfer", new { ticket, to = new { hall = "450999" }, reason = "sooner" });
        await run.Post(Village, "windows/1/transfer", new { ticket, to, reason = "sooner" });
        await run.Until("it is at the county", async () =>
            Text(await run.Get(Village, $"tickets/{ticket}"), "hall") == County);
        await run.Until("it is called there", async () =>
            Text(await run.Post(County, "windows/2/call-next", new { finishCurrent = true }), "ticket") == ticket);
        await run.Post(County, "windows/2/finish");
        await run.Get(Village, $"tickets/{ticket}");
    }

    /// <summary>A clerk's page goes; his deputy calls again whom he had called.</summary>
    private async Task Lose(IAsyncDisposable page)
    {
        var ticket = Text(await run.Post(County, "tickets", new { matter = "card" }), "ticket");
        await run.Post(County, "windows/1/call", new { ticket, reason = "asked for" });
        var from = run.Now;
        await page.DisposeAsync();
        await run.Until("window 2 has called it again", async () =>
            (await run.Get(County, "board")).GetProperty("windows").EnumerateArray()
            .Any(w => Text(w, "window") == "2" && Text(w, "state") == "calling"));
        await Look(County);
        run.History.Add(new Absence(County, 1, "c1", from, run.Now, "page closed"));
        await run.Post(County, "windows/1/resume");
        await run.Post(County, "windows/2/no-show");
    }

    private async Task End()
    {
        await run.Post(County, "tickets", new { matter = "land" });
        await run.Post(County, "tickets", new { matter = "card" });
        await run.Post(Village, "tickets", new { matter = "card" });
        await run.Post(County, "windows/2/close");
        await run.Post(County, "windows/1/close");
        await run.Post(County, "windows/1/call-next");
        await Look(County);
        await Look(Village);
        await run.EndScreens();
        foreach (var hall in new[] { County, Village })
        {
            run.History.Add(new EpochSeen(hall, 1, TimeSpan.Zero));
            run.History.Add(new EpochSeen(hall, 1, run.Now));
        }
    }

    private async Task Look(string hall)
    {
        await run.Get(hall);
        await run.Get(hall, "board");
        await run.Get(hall, "waiting");
    }

    private static string? Text(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
