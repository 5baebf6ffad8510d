using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Yihao.EndToEnd.Tests.Stage;
using Yihao.EndToEnd.Tests.Stations;
using static Microsoft.Playwright.Assertions;

namespace Yihao.EndToEnd.Tests;

/// <summary>The paper of the kiosk, and the phone that reads it.</summary>
[Collection(CalmHalls.Name)]
public sealed partial class PaperTests(Browser browser, HallServer server) : StationTest(browser, server)
{
    private const double PointsPerMillimetre = 72 / 25.4;

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_ticket_is_printed_on_one_page_of_80_by_110_millimetres(string language)
    {
        var kiosk = new Kiosk(await Visit($"/kiosk/450512?lang={language}", 1280, 1024, Scripts.Printer));
        await kiosk.IsReady();
        // The longest name: it must not push anything off the paper.
        await kiosk.Search("公共场所", "public-hygiene");
        await kiosk.PressTake();
        var number = await kiosk.Number();
        await Limits.Until("the paper is printed", async () => await kiosk.Printed() == 1);

        var page = kiosk.Page;
        var pdf = Encoding.Latin1.GetString(
            await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        var size = Assert.Single(MediaBox().Matches(pdf)).Groups;
        Assert.Equal(80, Millimetres(size[1].Value), 0.3);
        Assert.Equal(110, Millimetres(size[2].Value), 0.3);

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var paper = page.Locator(".only-printed").GetByTestId("paper");
        await Expect(paper.GetByTestId("paper-number")).ToHaveTextAsync(number);
        await Expect(paper.GetByTestId("qr")).ToBeVisibleAsync();
        var overflow = await paper.EvaluateAsync<bool>(
            "paper => paper.scrollHeight > paper.clientHeight + 1 || paper.scrollWidth > paper.clientWidth + 1");
        Assert.False(overflow, "the paper holds more than fits on it");
        await Expect(page.GetByTestId("kiosk")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_phone_follows_the_ticket_and_tells_where_to_go()
    {
        var hall = HallOf("450512100");
        var taken = await hall.Take();
        await hall.Open("2");
        var page = await Phone(taken["link"]!.GetValue<string>());
        await Expect(page.GetByTestId("number")).ToHaveTextAsync(taken["number"]!.GetValue<string>());
        await Expect(page.GetByTestId("ticket")).ToHaveAttributeAsync("data-ahead", "0");

        await hall.CallNext("2");

        await Expect(page.GetByTestId("sentence")).ToHaveTextAsync("请到 2 号窗口");
    }

    [Fact]
    public async Task The_phone_gives_a_number_up_only_after_the_number_is_entered()
    {
        var hall = HallOf("450512101");
        var taken = await hall.Take();
        var number = taken["number"]!.GetValue<string>();
        var page = await Phone(taken["link"]!.GetValue<string>());
        await page.GetByTestId("cancel").ClickAsync();
        var confirm = page.GetByTestId("cancel-confirm");

        await page.GetByTestId("cancel-number").FillAsync("Z999");
        await Expect(confirm).ToBeDisabledAsync();
        await Expect(page.GetByText("与您的号不一致")).ToBeVisibleAsync();
        await page.GetByTestId("cancel-number").FillAsync(number.ToLowerInvariant());
        await confirm.ClickAsync();

        await Expect(page.GetByTestId("ticket")).ToHaveAttributeAsync("data-state", "cancelled");
        Assert.Equal(number, Assert.Single(await hall.Entries("cancelled")).Number);
        await hall.Open("2");
        Assert.Null(await hall.CallNext("2"));
    }

    private Task<IPage> Phone(string link) => Visit($"/t/{link}", 390, 844);

    private static double Millimetres(string points) =>
        double.Parse(points, CultureInfo.InvariantCulture) / PointsPerMillimetre;

    [GeneratedRegex(@"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]")]
    private static partial Regex MediaBox();
}
