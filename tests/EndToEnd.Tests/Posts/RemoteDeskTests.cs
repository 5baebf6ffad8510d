using Yihao.EndToEnd.Tests.Stage;
using Yihao.EndToEnd.Tests.Stations;
using static Microsoft.Playwright.Assertions;

namespace Yihao.EndToEnd.Tests.Posts;

/// <summary>Nobody is there in the village, and its booth is free: the township serves by camera.</summary>
[Collection(ShortDelays.Name)]
public sealed class RemoteDeskTests(Browser browser, ShortDelayServer server) : StationTest(browser, server)
{
    [Fact]
    public async Task The_village_screen_calls_to_the_booth_and_the_remote_desk_serves()
    {
        var village = HallOf("450599200001");
        var screen = new Display(await Visit("/display/450599200001?voice=off"));
        var townScreen = new Display(await Visit("/display/450599200?voice=off"));
        await screen.IsLive();
        await townScreen.IsLive();
        await village.Open("1");
        await village.Act("1", "pause", new() { ["reason"] = "meeting" });
        await village.Take("consult");
        var desk = new Counter(await Visit("/counter/450599200/1", 1440, 900));
        await desk.SitDown("h1");

        await Limits.Until("the remote desk has the citizen", async () =>
        {
            // A second press would finish what the first has called.
            await desk.Press("Space", "call-next");
            await desk.IsIdle();
            return await desk.Number.CountAsync() == 1;
        });
        await desk.HasNumber("A001");
        await Expect(desk.Page.GetByTestId("by-camera")).ToContainTextAsync("空村");
        await Expect(desk.Page.GetByTestId("transfer")).ToBeDisabledAsync();
        await screen.Calls("A001", "R1");
        await Expect(screen.Newest.GetByRole(Microsoft.Playwright.AriaRole.Heading))
            .ToHaveTextAsync("请 A001 号到 1 号远程席");
        await Expect(townScreen.Window("1")).ToContainTextAsync("远程办理");
        await Expect(townScreen.Page.GetByTestId("no-call")).ToBeVisibleAsync();

        await desk.Press("s", "start");
        await Expect(screen.Newest).ToHaveAttributeAsync("data-state", "serving");
        await desk.Press("f", "finish");
        await Expect(screen.Newest).ToHaveAttributeAsync("data-state", "done");
        await Expect(screen.Window("R1")).ToHaveCountAsync(0);
        Assert.Empty(await townScreen.Heard());
    }
}
