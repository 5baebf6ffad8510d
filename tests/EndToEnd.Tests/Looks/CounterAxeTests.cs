using Microsoft.Playwright;
using Yihao.EndToEnd.Tests.Stage;
using Yihao.EndToEnd.Tests.Stations;
using static Microsoft.Playwright.Assertions;

namespace Yihao.EndToEnd.Tests.Looks;

/// <summary>axe finds nothing at the counter, in any of its states.</summary>
[Collection(CalmHalls.Name)]
public sealed class CounterAxeTests(Browser browser, HallServer server) : StationTest(browser, server)
{
    [Theory]
    [InlineData("zh-CN", "450502001", 1440, 900)]
    [InlineData("en", "450502002", 768, 1024)]
    public async Task Every_state_of_the_counter_can_be_used_by_everybody(
        string language, string id, int width, int height)
    {
        var axe = new Axe();
        var hall = HallOf(id);
        await hall.Take();
        await hall.Take(reason: "pregnant");
        await hall.Take();
        var page = await Visit($"/counter/{id}/2?lang={language}", width, height);
        var counter = new Counter(page);
        var clerk = page.GetByTestId($"clerk-{await hall.ClerkOf("2")}");
        await Expect(clerk).ToBeVisibleAsync();
        await axe.Look(page, "sign-on");

        await clerk.ClickAsync();
        await counter.IsReady();
        await Expect(page.Locator("[data-testid^=line-]")).ToHaveCountAsync(3);
        await axe.Look(page, "ready, three waiting");
        await LookAtDialogs(axe, page);

        // Not by the key: a dialog that was left gives the focus back to its own button.
        await counter.CallNext.ClickAsync();
        await counter.Is("calling");
        await axe.Look(page, "calling");
        await LookAtDialog(axe, page, "transfer");
        await counter.Press("h", "hold");
        await page.GetByTestId("tab-held").ClickAsync();
        await Expect(page.Locator("[data-testid^=line-]")).ToHaveCountAsync(1);
        await axe.Look(page, "ready, one held");

        await counter.CallNext.ClickAsync();
        await counter.Press("s", "start");
        await counter.Is("serving");
        await axe.Look(page, "serving");
        await counter.Press("f", "finish");
        await counter.IsReady();
        await page.GetByTestId("pause").ClickAsync();
        await page.GetByTestId("confirm").ClickAsync();
        await counter.Is("paused");
        await axe.Look(page, "paused");
        var second = await Visit(page.Context, $"/counter/{id}/2?lang={language}");
        await Expect(second.GetByTestId("other-tab")).ToBeVisibleAsync();
        await axe.Look(second, "open elsewhere");
        await page.Context.SetOfflineAsync(true);
        await Expect(counter.RedBanner).ToBeVisibleAsync();
        await axe.Look(page, "cut off");
        axe.FoundNothing();
    }

    private static async Task LookAtDialogs(Axe axe, IPage page)
    {
        await LookAtDialog(axe, page, "pause");
        await LookAtDialog(axe, page, "close");
        await page.Locator("[data-testid^=callThis-]").First.ClickAsync();
        await LookAndLeave(axe, page, "call out of order");
    }

    private static async Task LookAtDialog(Axe axe, IPage page, string button)
    {
        await page.GetByTestId(button).ClickAsync();
        await LookAndLeave(axe, page, $"dialog {button}");
    }

    private static async Task LookAndLeave(Axe axe, IPage page, string what)
    {
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToBeVisibleAsync();
        await axe.Look(page, what);
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
    }
}
