using System.Diagnostics;
using Yihao.EndToEnd.Tests.Stage;
using Yihao.EndToEnd.Tests.Stations;
using static Microsoft.Playwright.Assertions;

namespace Yihao.EndToEnd.Tests.Posts;

/// <summary>The clerk of an A post is gone without a word: the deputy's page knows it, and the screen too.</summary>
[Collection(ShortDelays.Name)]
public sealed class LostClerkTests(Browser browser, ShortDelayServer server) : StationTest(browser, server)
{
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_closed_tab_is_covered_in_time_and_the_deputy_calls_its_line()
    {
        var hall = HallOf("450599101");
        var display = new Display(await Visit("/display/450599101?voice=off"));
        await display.IsLive();
        var deputy = await SitDown("450599101", "1", "b1");
        var first = await SitDown("450599101", "3", "a1");
        await hall.Take("pension");
        await hall.Take("pension");
        await first.Press("Space", "call-next");
        await first.HasNumber("F001");
        await first.Press("s", "start");
        await first.Press("f", "finish");
        await first.IsReady();

        await first.Page.CloseAsync();
        var closed = Stopwatch.GetTimestamp();
        await Expect(deputy.Cover("3")).ToBeVisibleAsync();
        var took = Stopwatch.GetElapsedTime(closed);
        Assert.True(took <= ShortDelays.Cover + Slack, $"covered after {took.TotalSeconds:0.00} s");
        await Expect(deputy.Cover("3")).ToContainTextAsync("您正在代管 3 号窗口");
        await Expect(deputy.Cover("3")).ToHaveAttributeAsync("data-waiting", "1");
        await Expect(display.Window("3")).ToHaveAttributeAsync("data-covered-by", "1");

        await deputy.Press("Space", "call-next");
        await deputy.HasNumber("F002");
        await display.Calls("F002", "1");
        await display.HearsAll(hall);
    }

    [Fact]
    public async Task A_frozen_computer_has_its_call_announced_again_at_the_deputys_window_once()
    {
        var hall = HallOf("450599103");
        var display = new Display(await Visit("/display/450599103?voice=off"));
        await display.IsLive();
        var deputy = await SitDown("450599103", "1", "b3");
        await using var pc = await OwnPc.SwitchOn(Chromium);
        var first = new Counter(await pc.Visit($"{Server.Url}/counter/450599103/3"));
        await first.SitDown("a3");
        await hall.Take("pension");
        await first.Press("Space", "call-next");
        await display.Calls("F001", "3");

        await pc.Freeze();
        await Expect(deputy.Cover("3")).ToBeVisibleAsync();
        await deputy.HasNumber("F001");
        await display.Calls("F001", "1");
        await display.HearsAll(hall);

        await pc.Thaw();
        await Expect(first.Page.GetByTestId("covered-by")).ToBeVisibleAsync();
        await deputy.Press("s", "start");
        await first.Page.GetByTestId("take-back").ClickAsync();
        await first.IsReady();
        await Expect(deputy.Cover("3")).ToHaveCountAsync(0);
        Assert.Equal([("F001", "3"), ("F001", "1")], (await hall.Calls()).Select(c => (c.Number, c.Window)));
    }

    private async Task<Counter> SitDown(string hall, string window, string clerk)
    {
        var counter = new Counter(await Visit($"/counter/{hall}/{window}", 1440, 900));
        await counter.SitDown(clerk);
        return counter;
    }
}
