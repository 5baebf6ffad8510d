using Yihao.EndToEnd.Tests.Stage;
using Yihao.EndToEnd.Tests.Stations;
using static Microsoft.Playwright.Assertions;

namespace Yihao.EndToEnd.Tests.Looks;

/// <summary>axe finds nothing at the kiosk: every step, both languages, lying and upright.</summary>
[Collection(LookedAtHalls.Name)]
public sealed class KioskAxeTests(Browser browser, HallServer server) : StationTest(browser, server)
{
    private const string Hall = "450502";

    [Theory]
    [InlineData("zh-CN", 1920, 1080)]
    [InlineData("en", 1920, 1080)]
    [InlineData("zh-CN", 1080, 1920)]
    [InlineData("en", 1080, 1920)]
    public async Task Every_step_of_taking_a_number_can_be_used_by_everybody(string language, int width, int height)
    {
        var axe = new Axe();
        var page = await Visit($"/kiosk/{Hall}?lang={language}", width, height, Scripts.Printer);
        var kiosk = new Kiosk(page);
        await kiosk.IsReady();
        await axe.Look(page, "home");

        await page.GetByTestId("group-公安").ClickAsync();
        await kiosk.IsAt("group");
        await axe.Look(page, "matters of a group");
        await page.GetByTestId("back").ClickAsync();

        await page.GetByTestId("search").ClickAsync();
        await axe.Look(page, "search");
        await page.GetByTestId("matter-search").FillAsync("没有的");
        await axe.Look(page, "nothing found");
        await page.GetByTestId("matter-search").FillAsync("护照");
        await page.GetByTestId("matter-passport").ClickAsync();
        await kiosk.IsAt("notice");
        await axe.Look(page, "materials");
        await page.GetByTestId("class-priority").ClickAsync();
        await axe.Look(page, "reasons for priority");
        await page.GetByTestId("reason-elder").ClickAsync();
        await kiosk.PressTake();
        await kiosk.Number();
        await axe.Look(page, "paper");
        axe.FoundNothing();
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task What_the_kiosk_says_in_trouble_can_be_read_by_everybody(string language)
    {
        var axe = new Axe();
        var page = await Visit($"/kiosk/{Hall}?lang={language}", 1080, 1920, Scripts.Printer);
        var kiosk = new Kiosk(page);
        await kiosk.IsReady();
        using var held = new Held();
        await page.RouteAsync("**/tickets", async route =>
        {
            await held.Released;
            await route.FulfillAsync(new()
            {
                Status = 409,
                ContentType = "application/problem+json",
                Body = """{"code":"hall-closed","title":"closed","status":409}""",
            });
        });

        await kiosk.BeUnsure();
        await kiosk.PressTake();
        await Expect(kiosk.Taking).ToBeVisibleAsync();
        await axe.Look(page, "taking");
        held.Dispose();
        await kiosk.IsAt("notTaken");
        await axe.Look(page, "refused");

        await page.Context.SetOfflineAsync(true);
        await Expect(kiosk.Offline).ToBeVisibleAsync();
        await axe.Look(page, "offline");
        axe.FoundNothing();
    }
}
