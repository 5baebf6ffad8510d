using Microsoft.Playwright;
using Yihao.EndToEnd.Tests.Stage;
using Yihao.EndToEnd.Tests.Stations;
using static Microsoft.Playwright.Assertions;

namespace Yihao.EndToEnd.Tests.Looks;

/// <summary>axe finds nothing on what clerks see of offers and deputies, and citizens of other halls.</summary>
[Collection(ShortDelays.Name)]
public sealed class PostAxeTests(Browser browser, ShortDelayServer server) : StationTest(browser, server)
{
    [Theory]
    [InlineData("zh-CN", "450599108", "8", 1440, 900)]
    [InlineData("en", "450599109", "9", 768, 1024)]
    public async Task Offers_and_deputies_can_be_used_by_everybody(
        string language, string id, string clerks, int width, int height)
    {
        var axe = new Axe();
        var hall = HallOf(id);
        var page = await Visit($"/counter/{id}/1?lang={language}", width, height);
        var counter = new Counter(page);
        await page.GetByTestId($"clerk-a{clerks}").ClickAsync();
        await counter.Is("ready");
        await axe.Look(page, "waiting for an offer");
        await hall.Take("consult");
        await Expect(counter.Offer).ToBeVisibleAsync();
        await axe.Look(page, "an offer");
        await page.GetByTestId("decline").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await axe.Look(page, "about to decline");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await counter.CallNext.ClickAsync();
        await counter.HasNumber("A001");
        await page.GetByTestId("transfer").ClickAsync();
        await page.GetByTestId("to-hall").ClickAsync();
        await axe.Look(page, "about to send to another hall");
        await page.Keyboard.PressAsync("Escape");

        var other = await Visit($"/counter/{id}/2?lang={language}", width, height);
        await other.GetByTestId($"clerk-b{clerks}").ClickAsync();
        await new Counter(other).Is("ready");
        await hall.Act("2", "pause", new() { ["reason"] = "lunch" });
        await Expect(counter.Cover("2")).ToBeVisibleAsync();
        await Expect(other.GetByTestId("covered-by")).ToBeVisibleAsync();
        await axe.Look(page, "covers");
        await axe.Look(other, "is covered");
        await LookAtStandby(axe, id, language, width, height);
        axe.FoundNothing();
    }

    [Theory]
    [InlineData("zh-CN", "450599300", 1280, 1024)]
    [InlineData("en", "450599300", 1080, 1920)]
    public async Task Advice_is_beside_the_choice_and_never_in_its_way(
        string language, string id, int width, int height)
    {
        var axe = new Axe();
        await HallOf("450599").Open("1");
        var page = await Visit($"/kiosk/{id}?lang={language}", width, height, Scripts.Printer);
        await page.GetByTestId("search").ClickAsync();
        await page.GetByTestId("matter-consult").ClickAsync();
        await Expect(page.GetByTestId("take")).ToBeEnabledAsync();
        await Expect(page.GetByTestId("advice")).ToBeVisibleAsync();
        await axe.Look(page, "a matter with advice");
        axe.FoundNothing();
    }

    private async Task LookAtStandby(Axe axe, string id, string language, int width, int height)
    {
        var page = await Visit($"/counter/{id}/standby?lang={language}", width, height);
        await Expect(page.GetByTestId("standby-sign")).ToBeVisibleAsync();
        await axe.Look(page, "standby, sign-on");
        await page.GetByTestId("deputy-other").FillAsync("nobody");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("problem")).ToBeVisibleAsync();
        await axe.Look(page, "standby, refused");
    }
}
