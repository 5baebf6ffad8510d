using Yihao.EndToEnd.Tests.Stage;
using Yihao.EndToEnd.Tests.Stations;
using static Microsoft.Playwright.Assertions;

namespace Yihao.EndToEnd.Tests.Looks;

/// <summary>axe finds nothing on the screens, the overview, the start page and the phone.</summary>
[Collection(LookedAtHalls.Name)]
public sealed class ScreenAxeTests(Browser browser, HallServer server) : StationTest(browser, server)
{
    [Theory]
    [InlineData("zh-CN", "450502004", 1920, 1080)]
    [InlineData("en", "450502005", 1920, 1080)]
    [InlineData("zh-CN", "450502006", 1080, 1920)]
    [InlineData("en", "450502007", 1080, 1920)]
    public async Task The_screen_can_be_read_by_everybody(string language, string id, int width, int height)
    {
        var axe = new Axe();
        var hall = HallOf(id);
        var display = new Display(await Visit($"/display/{id}?lang={language}&voice=off", width, height));
        await display.IsLive();
        await Expect(display.Page.GetByTestId("no-call")).ToBeVisibleAsync();
        await axe.Look(display.Page, "nobody called");

        await hall.Open("1", "2", "3");
        foreach (var reason in (string?[])[null, "elder", null, null])
            await hall.Take(reason: reason);
        await hall.CallNext("1");
        await hall.CallNext("2");
        await hall.Act("1", "start");
        await hall.Act("3", "pause", new() { ["reason"] = "rest" });
        await display.HearsAll(hall);
        await Expect(display.Page.Locator("[data-state=paused]")).ToBeVisibleAsync();
        await axe.Look(display.Page, "two called");

        await display.Page.Context.SetOfflineAsync(true);
        await display.IsCutOff();
        await axe.Look(display.Page, "cut off");
        axe.FoundNothing();
    }

    [Theory]
    [InlineData("zh-CN", "450503100", 1280, 720)]
    [InlineData("en", "450503101", 720, 1280)]
    public async Task The_screen_of_a_window_can_be_read_by_everybody(string language, string id, int width, int height)
    {
        var axe = new Axe();
        var hall = HallOf(id);
        var page = await Visit($"/display/{id}/windows/2?lang={language}", width, height);
        var window = page.GetByTestId("window-state");
        foreach (var step in (string[][])
            [["", "closed"], ["open", "ready"], ["call-next", "calling"], ["start", "serving"], ["pause", "paused"]])
        {
            await Do(hall, step[0]);
            await Expect(window).ToHaveAttributeAsync("data-state", step[1]);
            await axe.Look(page, $"window {step[1]}");
        }

        axe.FoundNothing();
    }

    [Theory]
    [InlineData("zh-CN", 1440, 900)]
    [InlineData("en", 390, 844)]
    public async Task The_start_page_and_the_waits_of_all_halls_can_be_used_by_everybody(
        string language, int width, int height)
    {
        var axe = new Axe();
        var start = await Visit($"/?lang={language}", width, height);
        await Expect(start.GetByTestId("hall-450521").Or(start.Locator("summary")).First).ToBeVisibleAsync();
        await axe.Look(start, "no hall chosen");
        var chosen = await Visit($"/?lang={language}#450521", width, height);
        await Expect(chosen.GetByTestId("counter-36")).ToBeVisibleAsync();
        await axe.Look(chosen, "a hall chosen");
        var halls = await Visit($"/halls?lang={language}", width, height);
        await Expect(halls.GetByTestId("line-450521")).ToBeVisibleAsync();
        await axe.Look(halls, "all halls");
        axe.FoundNothing();
    }

    [Theory]
    [InlineData("zh-CN", "450503102")]
    [InlineData("en", "450503103")]
    public async Task The_phone_shows_a_ticket_so_that_everybody_can_read_it(string language, string id)
    {
        var axe = new Axe();
        var hall = HallOf(id);
        var taken = await hall.Take();
        var page = await Visit($"/t/{taken["link"]}?lang={language}", 390, 844);
        var ticket = page.GetByTestId("ticket");
        await Expect(ticket).ToHaveAttributeAsync("data-state", "waiting");
        await axe.Look(page, "waiting");
        await page.GetByTestId("cancel").ClickAsync();
        await page.GetByTestId("cancel-number").FillAsync("X");
        await axe.Look(page, "about to give up");

        foreach (var step in (string[][])[["open", "waiting"], ["call-next", "called"], ["start", "serving"],
            ["finish", "done"]])
        {
            await Do(hall, step[0]);
            await Expect(ticket).ToHaveAttributeAsync("data-state", step[1]);
            await axe.Look(page, step[1]);
        }

        axe.FoundNothing();
    }

    /// <summary>What the people of window 2 do; somebody waits before they call.</summary>
    private static async Task Do(Hall hall, string act)
    {
        if (act == "open")
            await hall.Open("2");
        else if (act == "pause")
            await Pause(hall);
        else if (act == "call-next")
            await CallSomebody(hall);
        else if (act.Length > 0)
            await hall.Act("2", act);
    }

    private static async Task CallSomebody(Hall hall)
    {
        if (await hall.CallNext("2") is not null)
            return;
        await hall.Take();
        Assert.NotNull(await hall.CallNext("2"));
    }

    private static async Task Pause(Hall hall)
    {
        await hall.Act("2", "finish");
        await hall.Act("2", "pause", new() { ["reason"] = "rest" });
    }
}
