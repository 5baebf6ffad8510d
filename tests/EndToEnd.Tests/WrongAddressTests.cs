using Yihao.EndToEnd.Tests.Looks;
using Yihao.EndToEnd.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace Yihao.EndToEnd.Tests;

/// <summary>An address with a mistake in it says so, instead of staying empty or waiting for ever.</summary>
[Collection(CalmHalls.Name)]
public sealed class WrongAddressTests(Browser browser, HallServer server) : StationTest(browser, server)
{
    [Theory]
    [InlineData("/kiosk/999999", "没有这个大厅")]
    [InlineData("/display/999999", "没有这个大厅")]
    [InlineData("/display/999999/windows/1", "没有这个大厅")]
    [InlineData("/display/450521/windows/99", "没有这个窗口")]
    [InlineData("/counter/999999/1", "没有这个大厅")]
    [InlineData("/counter/450521/99", "没有这个窗口")]
    [InlineData("/t/450521-20261123-A001-000000000000000000000000", "查不到这个号")]
    [InlineData("/t/%20", "查不到这个号")]
    [InlineData("/kiosk/%3Cimg%20src=x%3E", "没有这个大厅")]
    [InlineData("/kiosk/999999?lang=en", "There is no such hall")]
    [InlineData("/display/999999?lang=en", "There is no such hall")]
    public async Task A_wrong_address_gives_a_page_that_says_what_is_wrong(string path, string words)
    {
        var page = await Visit(path, 1280, 800);

        await Expect(page.GetByText(words).First).ToBeVisibleAsync();
        await Expect(page.GetByTestId("cut-off")).ToHaveCountAsync(0);
        var axe = new Axe();
        await axe.Look(page, path);
        axe.FoundNothing();
    }
}
