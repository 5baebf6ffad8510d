using System.Globalization;
using Yihao.EndToEnd.Tests.Stage;
using Yihao.EndToEnd.Tests.Stations;
using static Microsoft.Playwright.Assertions;

namespace Yihao.EndToEnd.Tests.Posts;

/// <summary>In a hall that offers, tickets come by themselves: taken, declined, or left.</summary>
[Collection(ShortDelays.Name)]
public sealed class OfferTests(Browser browser, ShortDelayServer server) : StationTest(browser, server)
{
    [Fact]
    public async Task An_offer_is_declined_to_the_other_counter_and_taken_there_with_the_one_key()
    {
        var hall = HallOf("450599104");
        var display = new Display(await Visit("/display/450599104?voice=off"));
        await display.IsLive();
        var one = await SitDown("1", "a4");
        var two = await SitDown("2", "b4");
        await Expect(one.CallNext).ToBeDisabledAsync();
        await Expect(one.CallNext).ToContainTextAsync("等待系统派单");

        await hall.Take("consult");
        var (asked, other) = await Asked(one, two);
        await Expect(asked.Offer).ToContainTextAsync("A001");
        await CountsDown(asked);
        await asked.Page.Keyboard.PressAsync("d");
        await asked.Page.GetByTestId("decline-noSkill").ClickAsync();
        await asked.Page.GetByTestId("confirm").ClickAsync();

        await Expect(other.Offer).ToContainTextAsync("A001");
        await Expect(asked.Offer).ToHaveCountAsync(0);
        await Expect(asked.Page.GetByTestId("offer-end")).ToHaveCountAsync(0);
        await other.Press("Space", "call-next");
        await other.HasNumber("A001");
        await display.Calls("A001", other == one ? "1" : "2");
        var ended = Assert.Single(await hall.Entries("offerEnded"));
        Assert.Equal(("A001", asked == one ? "1" : "2"), (ended.Number, ended.Window));
        await other.Press("f", "finish");
    }

    [Fact]
    public async Task An_offer_that_is_left_says_that_it_went_to_the_next_window()
    {
        var hall = HallOf("450599107");
        var one = await SitDown("1", "a7", "450599107");
        await hall.Take("consult");
        await Expect(one.Offer).ToContainTextAsync("A001");
        var two = await SitDown("2", "b7", "450599107", ready: false);

        await Expect(one.Page.GetByTestId("offer-end")).ToHaveAttributeAsync("data-how", "lapsed");
        await Expect(two.Offer).ToContainTextAsync("A001");
        await two.Press("Space", "call-next");
        await two.HasNumber("A001");
    }

    private async Task<Counter> SitDown(string window, string clerk, string hall = "450599104", bool ready = true)
    {
        var counter = new Counter(await Visit($"/counter/{hall}/{window}", 1440, 900));
        await counter.Page.GetByTestId($"clerk-{clerk}").ClickAsync();
        if (ready)
            await counter.Is("ready");
        return counter;
    }

    private static async Task<(Counter Asked, Counter Other)> Asked(Counter one, Counter two)
    {
        await Limits.Until("one of them is asked", async () =>
            await one.Offer.CountAsync() + await two.Offer.CountAsync() == 1);
        return await one.Offer.CountAsync() == 1 ? (one, two) : (two, one);
    }

    private static async Task CountsDown(Counter asked)
    {
        var from = await Left(asked);
        await Limits.Until("the time runs", async () => await Left(asked) < from);
    }

    private static async Task<int> Left(Counter asked) => int.Parse(
        (await asked.Offer.GetAttributeAsync("data-left"))!, CultureInfo.InvariantCulture);
}
