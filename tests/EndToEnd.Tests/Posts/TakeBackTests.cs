using Yihao.EndToEnd.Tests.Stage;
using Yihao.EndToEnd.Tests.Stations;
using static Microsoft.Playwright.Assertions;

namespace Yihao.EndToEnd.Tests.Posts;

/// <summary>The first clerk is back: the window is his again, after the ticket that the deputy has in hand.</summary>
[Collection(ShortDelays.Name)]
public sealed class TakeBackTests(Browser browser, ShortDelayServer server) : StationTest(browser, server)
{
    [Fact]
    public async Task A_clerk_who_paused_sees_the_deputy_and_takes_the_line_back()
    {
        var hall = HallOf("450599102");
        var deputy = new Counter(await Visit("/counter/450599102/1", 1440, 900));
        await deputy.SitDown("b2");
        var first = new Counter(await Visit("/counter/450599102/3", 1440, 900));
        await first.SitDown("a2");
        await hall.Take("pension");

        await first.Press("p", "pause");
        await first.Page.GetByTestId("confirm").ClickAsync();
        await first.Is("paused");
        await Expect(deputy.Cover("3")).ToContainTextAsync("A 岗暂停");
        await Expect(first.Page.GetByTestId("covered-by")).ToContainTextAsync("1 号窗口正在代管您的窗口");

        await first.Page.GetByTestId("take-back").ClickAsync();
        await first.IsReady();
        await Expect(deputy.Cover("3")).ToHaveCountAsync(0);
        await first.Press("Space", "call-next");
        await first.HasNumber("F001");
    }

    [Fact]
    public async Task A_deputy_on_standby_is_moved_to_the_window_and_back_by_his_page()
    {
        var hall = HallOf("450599105");
        var deputy = await Visit("/counter/450599105/standby", 1440, 900);
        await deputy.GetByTestId("deputy-d5").ClickAsync();
        await Expect(deputy.GetByTestId("standing-by")).ToBeVisibleAsync();
        var first = new Counter(await Visit("/counter/450599105/3", 1440, 900));
        await first.SitDown("a5");
        await hall.Take("pension");
        await first.Press("p", "pause");
        await first.Page.GetByTestId("confirm").ClickAsync();

        await Expect(deputy).ToHaveURLAsync($"{Server.Url}/counter/450599105/3");
        var seat = new Counter(deputy);
        await seat.IsReady();
        await seat.Press("Space", "call-next");
        await seat.HasNumber("F001");

        await first.Page.GetByTestId("clerk-a5").ClickAsync();
        await Expect(first.Page.GetByTestId("taking-back")).ToContainTextAsync("F001");
        await Expect(deputy.GetByTestId("returning")).ToContainTextAsync("a5");
        await seat.Press("f", "finish");
        await first.IsReady();
        await Expect(deputy).ToHaveURLAsync($"{Server.Url}/counter/450599105/standby");
        await Expect(deputy.GetByTestId("standing-by")).ToBeVisibleAsync();
    }
}
