using System.Globalization;
using Microsoft.Playwright;
using Yihao.EndToEnd.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace Yihao.EndToEnd.Tests.Stations;

/// <summary>The kiosk, as a citizen touches it.</summary>
public sealed class Kiosk(IPage page)
{
    public IPage Page => page;

    public ILocator Paper => page.GetByTestId("taken").GetByTestId("paper");

    public ILocator Offline => page.GetByTestId("offline");

    public ILocator Taking => page.GetByTestId("taking");

    private ILocator Screen => page.GetByTestId("kiosk");

    public Task IsAt(string step) => Expect(Screen).ToHaveAttributeAsync("data-step", step);

    /// <summary>The start, with the hall's matters on it.</summary>
    public async Task IsReady()
    {
        await IsAt("home");
        await Expect(page.Locator("[data-testid^=group-]").First).ToBeVisibleAsync();
    }

    /// <summary>Writes words into the search and chooses a matter of what is found.</summary>
    public async Task Search(string words, string matter)
    {
        await page.GetByTestId("search").ClickAsync();
        await page.GetByTestId("matter-search").FillAsync(words);
        await page.GetByTestId($"matter-{matter}").ClickAsync();
        await IsAt("notice");
    }

    /// <summary>The way of somebody who does not know what it is called.</summary>
    public async Task BeUnsure()
    {
        await page.GetByTestId("unsure").ClickAsync();
        await IsAt("notice");
    }

    public Task PressTake() => page.GetByTestId("take").ClickAsync();

    /// <summary>The number on the paper's preview.</summary>
    public async Task<string> Number()
    {
        await IsAt("taken");
        return await Paper.GetByTestId("paper-number").InnerTextAsync();
    }

    /// <summary>As <see cref="Number"/>, by a citizen who tries again whenever the kiosk has given up.</summary>
    public async Task<string> NumberInTheEnd()
    {
        var again = page.GetByTestId("again");
        await Limits.Until("a number is taken", async () =>
        {
            if (await again.IsVisibleAsync())
                await again.ClickAsync();
            return await Screen.GetAttributeAsync("data-step") == "taken";
        });
        return await Number();
    }

    public Task<int> Printed() => page.EvaluateAsync<int>("window.__printed");

    public async Task<string> Line(string testId) => await page.GetByTestId(testId).InnerTextAsync();

    public static string People(int count) => string.Create(CultureInfo.InvariantCulture, $"前方等待 {count} 人");
}
