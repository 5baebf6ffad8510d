using System.Diagnostics;
using Yihao.EndToEnd.Tests.Stage;
using Yihao.EndToEnd.Tests.Stations;

namespace Yihao.EndToEnd.Tests.Operations;

/// <summary>What deploy/README.md promises of three nodes on one machine.</summary>
public sealed class LocalClusterTests(Browser browser, LocalCluster cluster) : IClassFixture<LocalCluster>
{
    [Fact]
    public async Task The_screen_of_a_hall_goes_on_when_the_node_that_holds_the_hall_is_killed()
    {
        const string window = "1";
        using var door = new HttpClient { BaseAddress = new Uri(cluster.Url(1)), Timeout = Limits.Patience };
        await new Hall(door, "450521101").Waiting();
        var owner = await cluster.OwnerOf("450521101");
        var elsewhere = new Uri(cluster.Url(After(owner)));
        using var other = new HttpClient { BaseAddress = elsewhere, Timeout = Limits.Patience };
        var hall = new Hall(other, "450521101");
        await hall.Open(window);
        for (var i = 0; i < 4; i++)
            await hall.Take();
        await using var context = await browser.Fresh(1920, 1080);
        var display = await Open(context, $"{cluster.Url(After(After(owner)))}/display/{hall.Id}");
        Assert.NotNull(await hall.CallNext(window));
        await display.HearsAll(hall);

        await cluster.Run("kill", $"{owner}");
        var killed = Stopwatch.GetTimestamp();
        Assert.NotNull(await hall.CallNext(window));
        TestContext.Current.SendDiagnosticMessage(
            $"called again {Stopwatch.GetElapsedTime(killed).TotalSeconds:F1} s after the kill");
        await display.HearsAll(hall);
        Assert.NotEqual(owner, await cluster.OwnerOf(hall.Id));
        Assert.Contains($"node {owner}       does not run", await cluster.Run("status"), StringComparison.Ordinal);

        Assert.Contains("ready", await cluster.Run("start", $"{owner}"), StringComparison.Ordinal);
        Assert.NotNull(await hall.CallNext(window));
        await display.HearsAll(hall);
        await display.IsTheSamePage();
        Assert.Equal("live", await display.Link());
    }

    private static int After(int node) => node % LocalCluster.Nodes + 1;

    private static async Task<Display> Open(Microsoft.Playwright.IBrowserContext context, string url)
    {
        await context.AddInitScriptAsync(Scripts.FastVoice);
        var page = await context.NewPageAsync();
        await page.GotoAsync(url);
        var display = new Display(page);
        await display.IsLive();
        await display.Mark();
        return display;
    }
}
