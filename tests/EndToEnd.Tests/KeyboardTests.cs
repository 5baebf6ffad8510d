using Microsoft.Playwright;
using Yihao.EndToEnd.Tests.Stage;
using Yihao.EndToEnd.Tests.Stations;
using static Microsoft.Playwright.Assertions;

namespace Yihao.EndToEnd.Tests;

/// <summary>Kiosk and counter without mouse and touch.</summary>
[Collection(CalmHalls.Name)]
public sealed class KeyboardTests(Browser browser, HallServer server) : StationTest(browser, server)
{
    private const int FarthestTab = 80;

    [Fact]
    public async Task A_citizen_takes_a_number_with_the_keyboard_alone()
    {
        var kiosk = new Kiosk(await Visit("/kiosk/450503", 1280, 1024, Scripts.Printer));
        await kiosk.IsReady();

        await TabTo(kiosk.Page, "search");
        await kiosk.Page.Keyboard.PressAsync("Enter");
        await TabTo(kiosk.Page, "matter-search");
        await kiosk.Page.Keyboard.InsertTextAsync("抵押");
        await TabTo(kiosk.Page, "matter-mortgage");
        await kiosk.Page.Keyboard.PressAsync("Enter");
        await TabTo(kiosk.Page, "class-priority");
        await kiosk.Page.Keyboard.PressAsync("Space");
        await TabTo(kiosk.Page, "reason-elder");
        await kiosk.Page.Keyboard.PressAsync("Space");
        await TabTo(kiosk.Page, "take");
        await kiosk.Page.Keyboard.PressAsync("Enter");

        var number = await kiosk.Number();
        var taken = Assert.Single(await HallOf("450503").Entries("taken"));
        Assert.Equal(number, taken.Number);
        await TabTo(kiosk.Page, "done");
        await kiosk.Page.Keyboard.PressAsync("Enter");
        await kiosk.IsReady();
    }

    [Fact]
    public async Task A_clerk_works_with_the_keyboard_alone()
    {
        var hall = HallOf("450512102");
        for (var i = 0; i < 3; i++)
            await hall.Take();
        var counter = new Counter(await Visit("/counter/450512102/2", 1440, 900));
        var keyboard = counter.Page.Keyboard;

        await TabTo(counter.Page, $"clerk-{await hall.ClerkOf("2")}");
        await keyboard.PressAsync("Enter");
        await counter.IsReady();
        await counter.Press("Space", "call-next");
        await counter.HasNumber("A001");
        await counter.Press("s", "start");
        await counter.Is("serving");
        await counter.Press("Space", "call-next");
        await counter.HasNumber("A002");
        await counter.Press("h", "hold");
        await counter.IsReady();
        await counter.Press("Space", "call-next");
        await counter.HasNumber("A003");
        await counter.Press("b", "release");
        await counter.IsReady();

        await counter.Press("p", "pause");
        await TabTo(counter.Page, "confirm");
        await keyboard.PressAsync("Enter");
        await counter.Is("paused");
        await counter.Press("u", "resume");
        await counter.IsReady();
        await TabTo(counter.Page, "close");
        await keyboard.PressAsync("Enter");
        await TabTo(counter.Page, "confirm");
        await keyboard.PressAsync("Enter");
        await Expect(counter.Page.GetByTestId("sign-on")).ToBeVisibleAsync();
    }

    /// <summary>Goes on with the tab key until it stands on that control, and sees where it stands.</summary>
    private static async Task TabTo(IPage page, string testId)
    {
        await Expect(page.GetByTestId(testId)).ToBeVisibleAsync();
        for (var i = 0; i < FarthestTab; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await Stands(page, testId))
                continue;
            Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches(':focus-visible')"));
            return;
        }

        Assert.Fail($"{testId} cannot be reached with the tab key");
    }

    private static Task<bool> Stands(IPage page, string testId) => page.EvaluateAsync<bool>(
        "id => document.activeElement?.closest('[data-testid]')?.dataset.testid === id", testId);
}
