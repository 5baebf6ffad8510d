using Yihao.EndToEnd.Tests.Stage;
using Yihao.EndToEnd.Tests.Stations;

namespace Yihao.EndToEnd.Tests;

/// <summary>The hall's screen while its server dies, hangs, or cannot be reached.</summary>
public sealed class ServerLossTests(Browser browser, HallServer server)
    : StationTest(browser, server), IClassFixture<HallServer>
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task A_screen_outlives_two_kills_of_its_server_and_says_every_call_exactly_once_and_in_order()
    {
        var hall = await HallWithNumbers("450521", 10, "3", "4");
        var display = await Open(hall);
        await hall.CallNext("3");
        await display.HearsAll(hall);

        for (var round = 0; round < 2; round++)
        {
            await Server.Kill();
            await display.IsCutOff();
            using (await display.HoldBack())
            {
                await Server.Start();
                await hall.CallNext("4");
                await hall.CallNext("3");
                await hall.CallNext("4");
                Assert.NotEqual("live", await display.Link());
            }

            await display.IsLive();
            await display.HearsAll(hall);
            await hall.CallNext("3");
            await display.HearsAll(hall);
        }

        await display.SpeaksAll(hall);
        await display.IsTheSamePage();
    }

    [Fact]
    public async Task A_hall_that_goes_on_calling_while_its_server_dies_twice_is_heard_in_full()
    {
        string[] windows = ["3", "4", "5", "6"];
        var hall = await HallWithNumbers("450503", 100, windows);
        var display = await Open(hall, "?voice=off");

        var calling = Task.WhenAll(windows.Select(window => CallUntilNobodyWaits(hall, window)));
        foreach (var heard in (int[])[25, 60])
        {
            await Limits.Until($"{heard} calls heard", async () => (await display.Heard()).Count >= heard);
            await Server.Kill();
            await display.IsCutOff();
            await Server.Start();
        }

        await calling;
        Assert.Equal(100, (await hall.Calls()).Count);
        await display.HearsAll(hall);
        await display.IsTheSamePage();
    }

    [Fact]
    public async Task A_screen_goes_on_after_a_server_that_was_stopped_in_order()
    {
        var hall = await HallWithNumbers("450502100", 4, "1");
        var display = await Open(hall);
        await hall.CallNext("1");

        await Server.Stop();
        await display.IsCutOff();
        await Server.Start();
        await hall.CallNext("1");

        await display.IsLive();
        await hall.CallNext("1");
        await display.HearsAll(hall);
        await display.IsTheSamePage();
    }

    [Fact]
    public async Task A_server_that_hangs_is_noticed_and_its_calls_are_heard_when_it_goes_on()
    {
        var hall = await HallWithNumbers("450502", 3, "5");
        var display = await Open(hall);
        await hall.CallNext("5");
        await display.HearsAll(hall);

        await Server.Freeze();
        var called = hall.CallNext("5");
        await display.IsCutOff();
        await Server.Thaw();

        await called;
        await display.IsLive();
        await hall.CallNext("5");
        await display.HearsAll(hall);
        await display.IsTheSamePage();
    }

    [Fact]
    public async Task A_screen_without_network_says_so_and_catches_up_when_it_is_back()
    {
        var hall = await HallWithNumbers("450512", 4, "4");
        var display = await Open(hall);
        await hall.CallNext("4");
        await display.HearsAll(hall);

        await display.Page.Context.SetOfflineAsync(true);
        await display.IsCutOff();
        await hall.CallNext("4");
        await hall.CallNext("4");
        Assert.Single(await display.Heard());
        await display.Page.Context.SetOfflineAsync(false);

        await display.IsLive();
        await hall.CallNext("4");
        await display.HearsAll(hall);
        await display.IsTheSamePage();
    }

    private async Task<Hall> HallWithNumbers(string id, int numbers, params string[] windows)
    {
        var hall = HallOf(id);
        await hall.Open(windows);
        for (var i = 0; i < numbers; i++)
            await hall.Take();
        return hall;
    }

    private async Task<Display> Open(Hall hall, string options = "")
    {
        var display = new Display(await Visit($"/display/{hall.Id}{options}", scripts: Scripts.FastVoice));
        await display.IsLive();
        await display.Mark();
        return display;
    }

    private static async Task CallUntilNobodyWaits(Hall hall, string window)
    {
        using var pace = new PeriodicTimer(Pace);
        while (await hall.CallNext(window) is not null)
            await pace.WaitForNextTickAsync();
    }
}
