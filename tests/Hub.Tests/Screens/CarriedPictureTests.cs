using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using Yihao.Grains.Network;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Screens;

/// <summary>What a screen makes of the events is what a fresh picture shows, after every act.</summary>
public sealed class CarriedPictureTests : IAsyncLifetime
{
    private static readonly TimeSpan LostLimit = TimeSpan.FromSeconds(60);

    private readonly string network = Path.GetTempFileName();
    private YihaoServer? server;
    private CarriedPicture? carried;
    private string hall = "";

    private HttpClient Http => server!.Http;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(network, QuickNetwork());
        server = await YihaoServer.Start("--Network:File", network);
        carried = await CarriedPicture.Follow(server.Address, hall);
    }

    public async ValueTask DisposeAsync()
    {
        await carried!.DisposeAsync();
        await server!.DisposeAsync();
        File.Delete(network);
    }

    [Fact]
    public async Task A_picture_carried_on_by_events_is_the_board_after_every_act()
    {
        await Same("open", Http.Open(hall, "2"));
        await Same("open", Http.Open(hall, "3"));
        for (var i = 0; i < 6; i++)
            await Same("take", Http.Take(hall));
        await CallPauseAndFinish();
        await HoldReleaseAndMiss();
        await SendOn();
        await FromTheLine();
        await ManyCalls();
        await PauseAndClose();
        await LoseTheClerk();
        string[] kinds =
        [
            "taken", "called", "recalled", "started", "finished", "noShow", "released", "held", "transferred",
            "returned", "cancelled", "windowChanged",
        ];
        Assert.Empty(kinds.Except(carried!.Kinds));
    }

    private async Task CallPauseAndFinish()
    {
        await Act("2", "call-next");
        await Same("recall", Wait.Until(
            async () => (await Http.AtWindow(hall, "2", "recall")).StatusNumber == 200, TimeSpan.FromSeconds(10),
            () => "the recall is not too soon"));
        await Act("2", "pause", ("reason", "break"));
        await Act("2", "resume");
        Assert.Equal("calling", await StateOf("2"));
        await Act("2", "start");
        await Act("2", "pause", ("reason", "break"));
        await Act("2", "resume");
        Assert.Equal("serving", await StateOf("2"));
        await Act("2", "finish");
    }

    private async Task HoldReleaseAndMiss()
    {
        var held = (await Act("2", "call-next")).Text("ticket")!;
        await Act("2", "hold");
        await Return(held);
        await Act("2", "call-next");
        await Act("2", "release");
        var missed = (await Act("2", "call-next")).Text("ticket")!;
        await Act("2", "no-show");
        await Return(missed);
    }

    private async Task SendOn()
    {
        var sent = (await Act("2", "call-next")).Text("ticket");
        await Act("2", "start");
        await Act("2", "transfer", ("to", new { window = "3" }), ("reason", "next step"));
        Assert.Equal(sent, (await Act("3", "call-next")).Text("ticket"));
        await Act("3", "finish");
    }

    private async Task FromTheLine()
    {
        var (one, two, three) = (await Http.Take(hall), await Http.Take(hall), await Http.Take(hall));
        await Act("2", "call", ("ticket", one.Text("ticket")), ("reason", "wheelchair"));
        await Act("3", "hold", ("ticket", two.Text("ticket")));
        await Act("3", "transfer",
            ("ticket", three.Text("ticket")), ("to", new { window = "3" }), ("reason", "asked for"));
        var given = new { requestId = Caller.NewId(), number = two.Text("number") };
        await Same("cancel", Http.Post($"/api/tickets/{two.Text("link")!.Split('/')[^1]}/cancel", given));
    }

    /// <summary>More than a screen keeps, some of them of the same ticket.</summary>
    private async Task ManyCalls()
    {
        for (var i = 0; i < 14; i++)
        {
            await Http.Take(hall);
            await Act("2", "call-next", ("finishCurrent", true));
        }
        await Act("2", "release");
        await Act("2", "call-next");
    }

    private async Task PauseAndClose()
    {
        await Act("2", "pause", ("reason", "break"));
        await Act("2", "finish");
        Assert.Equal("paused", await StateOf("2"));
        await Act("2", "resume");
        await Act("2", "close");
    }

    private async Task LoseTheClerk()
    {
        await using var page = Hubs.Connect(server!.Address, "counter");
        await page.StartAsync();
        (await page.InvokeAsync<JsonElement>("Attend", hall, "3", await Http.ClerkOf(hall, "3"))).Value();
        await Http.Take(hall);
        await Act("3", "call-next");
        await Act("3", "start");
        var begun = DateTime.UtcNow;
        await Wait.Until(() => DateTime.UtcNow - begun > TimeSpan.FromSeconds(3), "the page beats");
        await page.DisposeAsync();
        await Wait.Until(
            async () => await StateOf("3") == "unattended", LostLimit, () => "the window is unattended");
        await AsTheBoard("unattended");
        await Act("3", "pause", ("reason", "break"));
        await Act("3", "resume");
        Assert.Equal("serving", await StateOf("3"));
        await Act("3", "finish");
    }

    private Task<Answered> Act(string window, string act, params (string Field, object? Value)[] fields) =>
        Same($"{act} at {window}", Http.AtWindow(hall, window, act, fields));

    private Task<Answered> Return(string ticket) => Same("return",
        Http.Post($"/api/halls/{hall}/tickets/{ticket}/return", new { requestId = Caller.NewId() }));

    private async Task<Answered> Same(string act, Task<Answered> acting)
    {
        var answer = (await acting).Accepted();
        await AsTheBoard(act);
        return answer;
    }

    private async Task Same(string act, Task acting)
    {
        await acting;
        await AsTheBoard(act);
    }

    private Task AsTheBoard(string act) => carried!.IsTheBoard(Http, hall, act);

    private async Task<JsonElement> Board() => (await Http.Get($"/api/halls/{hall}/board")).Accepted().Body;

    private async Task<string?> StateOf(string window) => (await Board()).GetProperty("windows").EnumerateArray()
        .Single(w => w.GetProperty("window").GetString() == window).GetProperty("state").GetString();

    /// <summary>The sample network with a hall in which nobody has to wait for a recall or a no-show.</summary>
    private string QuickNetwork()
    {
        var reading = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip };
        var file = JsonNode.Parse(SampleNetwork.Text, null, reading)!;
        var quick = file["halls"]!.AsArray().First(h => (string?)h!["layout"] == "township")!;
        quick["settings"] = new JsonObject
        {
            ["recallApartSeconds"] = 1,
            ["callsBeforeNoShow"] = 1,
            ["noShowAfterSeconds"] = 0,
        };
        hall = (string)quick["hall"]!;
        return file.ToJsonString();
    }
}
