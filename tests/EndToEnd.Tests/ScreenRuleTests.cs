using Yihao.EndToEnd.Tests.Checks;
using Yihao.EndToEnd.Tests.Stage;
using Yihao.EndToEnd.Tests.Stations;

namespace Yihao.EndToEnd.Tests;

/// <summary>A bad wire between hall and screen: pushes are lost or doubled, the catch-up is taken away.</summary>
[Collection(CalmHalls.Name)]
public sealed class ScreenRuleTests(Browser browser, HallServer server) : StationTest(browser, server)
{
    [Fact]
    public async Task A_call_whose_push_is_lost_is_asked_for_and_heard_once()
    {
        var hall = await HallWithNumbers("450521101");
        var (display, wire) = await Open(hall);
        await hall.CallNext("2");
        await display.HearsAll(hall);

        var lost = 0;
        wire.ToPage = message => message.IsCall() && lost++ == 0 ? [] : [message];
        await hall.CallNext("2");
        await Limits.Until("a push is lost", () => Task.FromResult(lost == 1));
        await hall.CallNext("2");

        await display.HearsAll(hall);
        await display.IsTheSamePage();
    }

    [Fact]
    public async Task A_call_whose_push_comes_twice_is_heard_once()
    {
        var hall = await HallWithNumbers("450521102");
        var (display, wire) = await Open(hall);
        wire.ToPage = message => message.Is("events") ? [message, message.DeepClone()] : [message];

        await hall.CallNext("2");
        await hall.CallNext("2");
        await hall.CallNext("2");

        await display.HearsAll(hall);
    }

    [Fact]
    public async Task A_screen_that_loads_the_pages_of_another_build_hears_every_call_once()
    {
        var hall = await HallWithNumbers("450521104");
        var (display, wire) = await Open(hall, Scripts.Diary);
        await hall.CallNext("2");
        await display.HearsAll(hall);

        wire.ToPage = message =>
        {
            if (message["result"]?["build"] is not null)
                message["result"]!["build"] = "another";
            return [message];
        };
        using (await display.HoldBack())
        {
            await wire.Cut();
            await display.IsCutOff();
            await hall.CallNext("2");
        }

        await display.LosesItsMark();
        await display.IsLive();
        await hall.CallNext("2");
        await Limits.Until("three calls heard", async () => (await display.Diary()).Count == 3);
        CallCheck.ExactlyOnceInOrder(await hall.Calls(), await display.Diary());
    }

    /// <summary>So the tests of lost servers would fail without the catch-up.</summary>
    [Fact]
    public async Task A_screen_whose_catch_up_is_taken_away_is_found_out()
    {
        var hall = await HallWithNumbers("450521103");
        var (display, wire) = await Open(hall);
        await hall.CallNext("2");
        await display.HearsAll(hall);

        // The screen comes back as one that has already seen what it missed.
        var lies = 0;
        long newest = 0;
        wire.ToServer = message =>
        {
            if (message.Is("Follow"))
            {
                lies++;
                message["arguments"]![2] = newest;
            }

            return message;
        };
        using (await display.HoldBack())
        {
            await wire.Cut();
            await display.IsCutOff();
            await hall.CallNext("2");
            newest = (await hall.Ledger()).Last().Seq;
        }

        await display.IsLive();
        await hall.CallNext("2");
        // It sees the gap and asks again, in vain.
        await Limits.Until("the screen asks twice", () => Task.FromResult(lies >= 2));

        var missed = (await hall.Calls())[1];
        Assert.Contains($"never heard: {missed}", CallCheck.Faults(await hall.Calls(), await display.Heard()));
    }

    private async Task<Hall> HallWithNumbers(string id)
    {
        var hall = HallOf(id);
        await hall.Open("2");
        for (var i = 0; i < 3; i++)
            await hall.Take();
        return hall;
    }

    private async Task<(Display Display, Wire Wire)> Open(Hall hall, params string[] scripts)
    {
        var page = await Visit("about:blank", scripts: scripts);
        var wire = await Wire.Lay(page, "display");
        await page.GotoAsync($"{Server.Url}/display/{hall.Id}?voice=off");
        var display = new Display(page);
        await display.IsLive();
        await display.Mark();
        return (display, wire);
    }
}
