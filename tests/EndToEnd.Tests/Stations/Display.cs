using System.Text.Json;
using Microsoft.Playwright;
using Yihao.EndToEnd.Tests.Checks;
using Yihao.EndToEnd.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace Yihao.EndToEnd.Tests.Stations;

/// <summary>The hall's screen.</summary>
public sealed class Display(IPage page)
{
    private readonly Guid mark = Guid.NewGuid();

    public IPage Page => page;

    public ILocator Newest => page.GetByTestId("newest-call");

    public ILocator RedBanner => page.GetByTestId("cut-off");

    /// <summary>The newest call is of that number, to that place.</summary>
    public async Task Calls(string number, string place)
    {
        await Expect(Newest).ToHaveAttributeAsync("data-number", number);
        await Expect(Newest).ToHaveAttributeAsync("data-window", place);
    }

    public ILocator Window(string window) => page.GetByTestId($"window-{window}");

    private ILocator Screen => page.GetByTestId("display");

    public Task IsLive() => Has("data-link", "live");

    public async Task IsCutOff()
    {
        await Has("data-link", "cut");
        await Expect(RedBanner).ToBeVisibleAsync();
    }

    public async Task<string?> Link() => await Screen.GetAttributeAsync("data-link");

    /// <summary>Puts a mark on the page that does not survive a reload.</summary>
    public Task Mark() => page.EvaluateAsync("mark => { window.__mark = mark }", mark.ToString());

    public async Task IsTheSamePage() =>
        Assert.Equal(mark.ToString(), await page.EvaluateAsync<string?>("window.__mark"));

    /// <summary>Waits until the page has been loaded anew.</summary>
    public Task LosesItsMark() => page.WaitForFunctionAsync("mark => window.__mark !== mark", mark.ToString());

    /// <summary>Calls that the page learnt of after its first picture.</summary>
    public Task<IReadOnlyList<Call>> Heard() => Read("window.__called");

    /// <summary>Calls that the page has begun to say.</summary>
    public Task<IReadOnlyList<Call>> Spoken() => Read("window.__spoken");

    /// <summary>As <see cref="Heard"/>, over all reloads; with <see cref="Scripts.Diary"/>.</summary>
    public Task<IReadOnlyList<Call>> Diary() => Read("JSON.parse(sessionStorage.getItem('diary') ?? '[]')");

    /// <summary>Waits until as many calls are heard as the ledger has; they must be the very same.</summary>
    public async Task HearsAll(Hall hall)
    {
        var calls = await hall.Calls();
        await Limits.Until($"{calls.Count} calls heard", async () => (await Heard()).Count >= calls.Count);
        CallCheck.ExactlyOnceInOrder(calls, await Heard());
    }

    public async Task SpeaksAll(Hall hall)
    {
        var calls = await hall.Calls();
        await Limits.Until($"{calls.Count} calls spoken", async () => (await Spoken()).Count >= calls.Count);
        CallCheck.ExactlyOnceInOrder(calls, await Spoken());
    }

    /// <summary>
    /// Keeps the screen away when it comes back: it asks for the build before it follows, and the answer is held.
    /// Dispose of it to let the screen on.
    /// </summary>
    public async Task<Held> HoldBack()
    {
        var held = new Held();
        await page.RouteAsync("**/api/build", async route =>
        {
            await held.Released;
            await route.ContinueAsync();
        });
        return held;
    }

    private Task Has(string attribute, string value) => Expect(Screen).ToHaveAttributeAsync(attribute, value);

    private async Task<IReadOnlyList<Call>> Read(string list) => JsonSerializer.Deserialize<Call[]>(
        await page.EvaluateAsync<string>($"JSON.stringify({list})"), JsonSerializerOptions.Web)!;
}

/// <summary>Something held until it is disposed of.</summary>
public sealed class Held : IDisposable
{
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Released => released.Task;

    public void Dispose() => released.TrySetResult();
}
