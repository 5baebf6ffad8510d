using Microsoft.Playwright;
using Yihao.EndToEnd.Tests.Stage;
using Yihao.EndToEnd.Tests.Stations;
using static Microsoft.Playwright.Assertions;

namespace Yihao.EndToEnd.Tests;

/// <summary>The main job from end to end: take a number, call it, see it and hear it.</summary>
public sealed class MainJobTests(Browser browser, HallServer server)
    : StationTest(browser, server), IClassFixture<HallServer>
{
    private const string Window = "26";
    private const string Number = "B001";

    [Fact]
    public async Task A_citizen_takes_a_number_the_clerk_calls_it_and_the_screen_shows_and_speaks_it()
    {
        var hall = HallOf("450521");
        var display = new Display(await Visit("/display/450521", scripts: Scripts.Ears));
        var clips = ClipsFetchedBy(display.Page);
        await display.IsLive();
        await TakeNumberAtTheKiosk();

        var counter = new Counter(await Visit($"/counter/450521/{Window}", 1440, 900));
        await counter.SitDown(await hall.ClerkOf(Window));
        await counter.Press("Space", "call-next");
        await counter.HasNumber(Number);

        await ShowsBig(display, "called");
        await SpeaksTheWholeClip(display, clips, times: 1);
        // Two calls of one number are ten seconds apart: the button waits for it.
        await counter.Press("r", "recall");
        await SpeaksTheWholeClip(display, clips, times: 2);

        await counter.Press("s", "start");
        await ShowsBig(display, "serving");
        await counter.Press("f", "finish");
        await ShowsBig(display, "done");
        await counter.IsReady();
        var finished = Assert.Single(await hall.Entries("finished"));
        Assert.Equal((Number, Window), (finished.Number, finished.Window));
    }

    private async Task TakeNumberAtTheKiosk()
    {
        var kiosk = new Kiosk(await Visit("/kiosk/450521", 1280, 1024, Scripts.Printer));
        await kiosk.IsReady();
        await kiosk.Search("身份证", "id-card");
        await Expect(kiosk.Page.GetByTestId("materials")).ToContainTextAsync("户口簿");
        await kiosk.PressTake();

        Assert.Equal(Number, await kiosk.Number());
        Assert.Equal(Kiosk.People(0), await kiosk.Line("ahead"));
        await Expect(kiosk.Paper).ToContainTextAsync("身份证换领");
        await Expect(kiosk.Paper).ToContainTextAsync("合浦县");
        var qr = kiosk.Paper.GetByTestId("qr");
        await Limits.Until("the QR code is there", () => qr.EvaluateAsync<bool>("img => img.naturalWidth > 0"));
        await Limits.Until("the paper is printed once", async () => await kiosk.Printed() == 1);
    }

    private static async Task ShowsBig(Display display, string state)
    {
        await Expect(display.Newest).ToHaveAttributeAsync("data-state", state);
        await Expect(display.Page.GetByTestId("newest-number")).ToHaveTextAsync(Number);
        await Expect(display.Page.GetByTestId("newest-window")).ToHaveTextAsync(Window);
        var box = await display.Page.GetByTestId("newest-number").BoundingBoxAsync();
        Assert.True(box!.Height > 200, $"{box.Height} px of 1080 cannot be read from afar");
    }

    /// <summary>The page said so, its file came from the server, and the sound ran to its end.</summary>
    private async Task SpeaksTheWholeClip(Display display, List<IResponse> clips, int times)
    {
        await Limits.Until($"{times} times spoken", async () => (await display.Spoken()).Count == times);
        Assert.All(await display.Spoken(), call => Assert.Equal((Number, Window), (call.Number, call.Window)));
        var clip = clips.First();
        Assert.Equal(200, clip.Status);
        Assert.Equal("audio/wav", await clip.HeaderValueAsync("content-type"));
        var length = (await Server.Http.GetByteArrayAsync(clip.Url)).Length;
        await Limits.Until($"{times} clips played to the end", async () =>
            (await display.Page.EvaluateAsync<int[]>("window.__ended")).Count(bytes => bytes == length) == times);
    }

    private static List<IResponse> ClipsFetchedBy(IPage page)
    {
        List<IResponse> clips = [];
        page.Response += (_, answer) =>
        {
            if (answer.Url.EndsWith($"/audio/call/{Number}-{Window}.wav?lang=zh", StringComparison.Ordinal))
                clips.Add(answer);
        };
        return clips;
    }
}
