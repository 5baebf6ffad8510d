using Yihao.EndToEnd.Tests.Looks;
using Yihao.EndToEnd.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace Yihao.EndToEnd.Tests.Posts;

/// <summary>The hall and the county as a supervisor sees them: live, and for everybody.</summary>
[Collection(ShortDelays.Name)]
public sealed class SuperviseTests(Browser browser, ShortDelayServer server) : StationTest(browser, server)
{
    [Theory]
    [InlineData("zh-CN", 1920, 1080)]
    [InlineData("en", 768, 1024)]
    public async Task The_hall_and_the_county_follow_what_happens(string language, int width, int height)
    {
        var axe = new Axe();
        var hall = HallOf("450599106");
        await hall.Open("1", "3");
        var page = await Visit($"/supervise/450599106?lang={language}", width, height);
        var county = await Visit($"/supervise?county=450599&lang={language}", width, height);
        await Expect(page.GetByTestId("place-3")).ToHaveAttributeAsync("data-state", "ready");
        await axe.Look(page, "two windows ready");

        var number = (string?)(await hall.Take("pension"))["number"];
        var waiting = (await hall.Waiting()).ToString();
        await Expect(page.GetByTestId("waiting")).ToHaveTextAsync(waiting);
        await Expect(county.GetByTestId("hall-450599106").GetByTestId("waiting")).ToHaveTextAsync(waiting);
        await hall.Act("3", "pause", new() { ["reason"] = "lunch" });
        await Expect(page.GetByTestId("place-3")).ToHaveAttributeAsync("data-covered-by", "1");
        await Expect(page.GetByTestId("arrow-3-1")).ToHaveCountAsync(1);
        await Expect(page.GetByTestId("event-covered").First).ToBeVisibleAsync();
        await Expect(county.GetByTestId("hall-450599106")).ToHaveAttributeAsync("data-mood", "away");
        await axe.Look(page, "covered");
        await axe.Look(county, "county");

        await hall.Act("3", "resume");
        await Expect(page.GetByTestId("arrow-3-1")).ToHaveCountAsync(0);
        Assert.Equal(number, await hall.CallNext("3"));
        await Expect(page.GetByTestId("place-3")).ToHaveAttributeAsync("data-number", number!);
        await hall.Act("3", "finish");
        axe.FoundNothing();
    }

    [Theory]
    [InlineData("/supervise?county=450599")]
    [InlineData("/halls")]
    public async Task A_machine_with_another_zone_shows_the_time_of_the_halls(string path)
    {
        await HallOf("450599106").Take();
        var page = await Visit(await FreshContext(zone: "America/New_York"), path);
        var shown = page.GetByTestId("renewed");
        await Limits.Until("the time of the halls is shown", async () =>
            (await shown.TextContentAsync())!.Contains($" {Shanghai():HH:mm}:", StringComparison.Ordinal));
    }

    private static DateTimeOffset Shanghai() => DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8));
}
