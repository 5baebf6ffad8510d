using Microsoft.Playwright;
using Yihao.EndToEnd.Tests.Stage;
using Yihao.EndToEnd.Tests.Stations;
using static Microsoft.Playwright.Assertions;

namespace Yihao.EndToEnd.Tests;

/// <summary>The kiosk and the counter while the server is away: clear words, and nothing is done twice.</summary>
public sealed class OutageTests(Browser browser, HallServer server)
    : StationTest(browser, server), IClassFixture<HallServer>
{
    [Fact]
    public async Task A_kiosk_says_that_it_is_cut_off_and_gives_one_number_when_the_server_is_back()
    {
        var kiosk = await OpenKiosk("450521");
        await Server.Kill();
        await Expect(kiosk.Offline).ToContainTextAsync("网络中断，暂时不能取号");

        await kiosk.Search("护照", "passport");
        await kiosk.PressTake();
        await Expect(kiosk.Taking).ToContainTextAsync("网络不稳，正在确认您的号，请勿离开");
        await Server.Start();

        var number = await kiosk.NumberInTheEnd();
        Assert.Equal([number], await NumbersTaken("450521"));
        await Expect(kiosk.Offline).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_number_whose_answer_is_lost_on_the_way_is_the_number_that_the_citizen_gets()
    {
        var kiosk = await OpenKiosk("450503");
        List<string> sent = [];
        await kiosk.Page.RouteAsync("**/api/halls/450503/tickets", async route =>
        {
            sent.Add(route.Request.PostData!);
            if (sent.Count > 2)
            {
                await route.ContinueAsync();
                return;
            }

            await route.FetchAsync();
            await route.AbortAsync(RequestAbortErrorCode.ConnectionReset);
        });

        await kiosk.BeUnsure();
        await kiosk.PressTake();

        var number = await kiosk.Number();
        Assert.Equal([number], await NumbersTaken("450503"));
        Assert.Equal(3, sent.Count);
        Assert.Single(sent.Distinct());
    }

    [Fact]
    public async Task A_kiosk_that_gives_up_leaves_the_choice_to_the_citizen_and_asks_again_with_the_same_id()
    {
        var kiosk = await OpenKiosk("450502");
        List<string> sent = [];
        await kiosk.Page.RouteAsync("**/api/halls/450502/tickets", async route =>
        {
            sent.Add(route.Request.PostData!);
            await route.FetchAsync();
            await route.AbortAsync(RequestAbortErrorCode.ConnectionReset);
        });

        await kiosk.BeUnsure();
        await kiosk.PressTake();
        await kiosk.IsAt("notTaken");
        await Expect(kiosk.Page.GetByTestId("not-taken")).ToContainTextAsync("不会取到两个号");
        await kiosk.Page.UnrouteAllAsync();
        await kiosk.Page.GetByTestId("again").ClickAsync();

        var number = await kiosk.Number();
        Assert.Equal([number], await NumbersTaken("450502"));
        Assert.Single(sent.Distinct());
    }

    [Fact]
    public async Task A_counter_says_that_it_is_cut_off_and_goes_on_with_its_ticket()
    {
        var hall = HallOf("450521100");
        await hall.Take();
        await hall.Take();
        var counter = await OpenCounter(hall, "2");
        await counter.Press("Space", "call-next");
        await Expect(counter.Number).ToBeVisibleAsync();
        var first = await counter.Number.InnerTextAsync();

        await Server.Kill();
        await Expect(counter.RedBanner).ToContainTextAsync("与大厅的连接已中断");
        await Expect(counter.Page.GetByText("您的窗口和在办的号不会丢失")).ToBeVisibleAsync();
        await Expect(counter.CallNext).ToBeDisabledAsync();
        await counter.HasNumber(first);
        await Server.Start();

        await counter.IsLive();
        await counter.HasNumber(first);
        await counter.Press("Space", "call-next");
        await Expect(counter.Number).Not.ToHaveTextAsync(first);
        Assert.Equal(2, (await hall.Entries("called")).Count);
    }

    [Fact]
    public async Task A_call_that_is_on_its_way_when_the_server_dies_is_made_once_when_it_is_back()
    {
        var hall = HallOf("450521105");
        await hall.Take();
        await hall.Take();
        var counter = await OpenCounter(hall, "2");

        await Server.Freeze();
        await counter.Press("Space", "call-next");
        await Server.Kill();
        await Server.Start();

        await counter.Is("calling");
        await counter.HasNumber("A001");
        Assert.Single(await hall.Entries("called"));
    }

    [Fact]
    public async Task A_call_whose_answer_is_lost_is_repeated_with_the_same_id_and_made_once()
    {
        var hall = HallOf("450512");
        await hall.Take();
        await hall.Take();
        var page = await Visit("about:blank", 1440, 900);
        var lost = await LoseFirstAnswerTo(page, "CallNext");
        await page.GotoAsync($"{Server.Url}/counter/450512/4");
        var counter = new Counter(page);
        await counter.SitDown(await hall.ClerkOf("4"));

        await counter.Press("Space", "call-next");
        await Expect(counter.Page.GetByTestId("unknown")).ToContainTextAsync("不会重复执行");
        await Expect(counter.Number).ToBeVisibleAsync();

        var call = Assert.Single(await hall.Entries("called"));
        await counter.HasNumber(call.Number!);
        // The page may show what was called before it has asked again.
        await Limits.Until("the call is repeated", () => Task.FromResult(lost.Count == 2), Limits.Patience);
        Assert.Single(lost.Distinct());
        Assert.Single(await hall.Entries("called"));
    }

    /// <summary>
    /// A network that swallows the answer to the first command of this kind, and the connection with it. Answers with
    /// the bodies of all that were sent.
    /// </summary>
    private static async Task<List<string>> LoseFirstAnswerTo(IPage page, string command)
    {
        List<string> bodies = [];
        string? awaited = null;
        var wire = await Wire.Lay(page, "counter");
        wire.ToServer = message =>
        {
            if (message.Is(command))
            {
                bodies.Add(message["arguments"]!.ToJsonString());
                awaited = bodies.Count == 1 ? (string?)message["invocationId"] : null;
            }

            return message;
        };
        wire.ToPage = message =>
        {
            if (!message.Completes(awaited))
                return [message];
            _ = wire.Cut();
            return [];
        };
        return bodies;
    }

    private async Task<Kiosk> OpenKiosk(string hall)
    {
        var kiosk = new Kiosk(await Visit($"/kiosk/{hall}", 1080, 1920, Scripts.Printer));
        await kiosk.IsReady();
        return kiosk;
    }

    private async Task<Counter> OpenCounter(Hall hall, string window)
    {
        var counter = new Counter(await Visit($"/counter/{hall.Id}/{window}", 1440, 900));
        await counter.SitDown(await hall.ClerkOf(window));
        return counter;
    }

    private async Task<IEnumerable<string>> NumbersTaken(string hall) =>
        (await HallOf(hall).Entries("taken")).Select(entry => entry.Number!);
}
