using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Yihao.EndToEnd.Tests.Stations;

/// <summary>A clerk's page at a window.</summary>
public sealed class Counter(IPage page)
{
    public IPage Page => page;

    public ILocator CallNext => page.GetByTestId("call-next");

    public ILocator Number => page.GetByTestId("current-number");

    public ILocator RedBanner => page.GetByTestId("cut-off");

    private ILocator Desk => page.GetByTestId("desk");

    /// <summary>Opens the window by a touch on the clerk's id.</summary>
    public async Task SitDown(string clerk)
    {
        await page.GetByTestId($"clerk-{clerk}").ClickAsync();
        await IsReady();
    }

    public async Task IsReady()
    {
        await Is("ready");
        await Expect(CallNext).ToBeEnabledAsync();
    }

    /// <summary>The state of the window.</summary>
    public Task Is(string state) => Expect(Desk).ToHaveAttributeAsync("data-state", state);

    public Task HasNumber(string number) => Expect(Number).ToHaveTextAsync(number);

    /// <summary>Presses a key of the page once the button that it stands for allows it.</summary>
    public async Task Press(string key, string button)
    {
        await Expect(page.GetByTestId(button)).ToBeEnabledAsync();
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>No command is on its way.</summary>
    public Task IsIdle() => Expect(Desk).ToHaveAttributeAsync("data-busy", "");

    /// <summary>What is offered to this window now.</summary>
    public ILocator Offer => page.GetByTestId("offer");

    /// <summary>That this clerk calls the line of another window.</summary>
    public ILocator Cover(string window) => page.GetByTestId($"cover-{window}");

    public Task IsLive() => Expect(page.GetByTestId("link").And(page.Locator("[data-link=live]"))).ToBeVisibleAsync();
}
