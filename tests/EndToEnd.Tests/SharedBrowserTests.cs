using Microsoft.Playwright;
using Yihao.EndToEnd.Tests.Stage;
using Yihao.EndToEnd.Tests.Stations;
using static Microsoft.Playwright.Assertions;

namespace Yihao.EndToEnd.Tests;

/// <summary>What a browser remembers, and what several stations in one browser must not do to each other.</summary>
[Collection(CalmHalls.Name)]
public sealed class SharedBrowserTests(Browser browser, HallServer server) : StationTest(browser, server)
{
    [Fact]
    public async Task A_village_hall_runs_kiosk_counter_and_screen_in_one_browser()
    {
        var hall = HallOf("450521100001");
        var computer = await FreshContext(1366, 768);
        await computer.AddInitScriptAsync(Scripts.Printer + Scripts.FastVoice);
        var kiosk = new Kiosk(await Visit(computer, $"/kiosk/{hall.Id}"));
        var counter = new Counter(await Visit(computer, $"/counter/{hall.Id}/1"));
        var display = new Display(await Visit(computer, $"/display/{hall.Id}"));
        await display.IsLive();
        await counter.SitDown(await hall.ClerkOf("1"));
        await kiosk.IsReady();

        await kiosk.BeUnsure();
        await kiosk.PressTake();
        var number = await kiosk.Number();
        await counter.Press("Space", "call-next");
        await counter.HasNumber(number);

        await display.HearsAll(hall);
        await display.SpeaksAll(hall);
        await Expect(display.Newest).ToHaveAttributeAsync("data-number", number);
    }

    [Fact]
    public async Task A_citizen_who_reads_English_leaves_the_clerk_and_the_next_citizen_in_Chinese()
    {
        var computer = await FreshContext(1366, 768);
        await computer.AddInitScriptAsync(Scripts.Printer);
        var kiosk = new Kiosk(await Visit(computer, "/kiosk/450521100003"));
        await kiosk.IsReady();
        await kiosk.Page.GetByTestId("language").ClickAsync();
        await Speaks(kiosk.Page, "en");

        await Speaks(await Visit(computer, "/counter/450521100003/1"), "zh-CN");
        await Speaks(await Visit(computer, "/display/450521100003"), "zh-CN");
        await kiosk.BeUnsure();
        await kiosk.PressTake();
        await kiosk.Number();
        await Speaks(kiosk.Page, "en");
        await kiosk.Page.GetByTestId("done").ClickAsync();
        await Speaks(kiosk.Page, "zh-CN");
    }

    [Fact]
    public async Task A_page_remembers_its_language()
    {
        var page = await Visit("/halls", 1440, 900);
        await Speaks(page, "zh-CN");
        await page.GetByTestId("language").ClickAsync();
        await Speaks(page, "en");
        await Expect(page).ToHaveTitleAsync("Waits of all halls");

        await page.ReloadAsync();
        await Speaks(page, "en");
        await Expect(page.GetByTestId("page-title")).ToHaveTextAsync("Waits of all halls");
        await page.GetByTestId("language").ClickAsync();
        await page.ReloadAsync();
        await Speaks(page, "zh-CN");
    }

    [Fact]
    public async Task A_window_is_operated_on_one_page_of_a_computer()
    {
        var hall = HallOf("450521100002");
        await hall.Take();
        var computer = await FreshContext(1366, 768);
        var first = new Counter(await Visit(computer, $"/counter/{hall.Id}/1"));
        await first.SitDown(await hall.ClerkOf("1"));
        var second = await Visit(computer, $"/counter/{hall.Id}/1");
        await Expect(second.GetByTestId("other-tab")).ToBeVisibleAsync();
        await second.GetByTestId("use-here").ClickAsync();

        await Expect(first.Page.GetByTestId("other-tab")).ToBeVisibleAsync();
        var counter = new Counter(second);
        await counter.SitDown(await hall.ClerkOf("1"));
        await counter.Press("Space", "call-next");
        await counter.HasNumber("A001");
    }

    private static Task Speaks(IPage page, string language) =>
        Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
}
