using System.Text;
using Microsoft.Playwright;

namespace Yihao.EndToEnd.Tests.Stage;

/// <summary>
/// A test at the stations of a hall. What a page throws fails the test; when a test fails, what its pages show and what
/// the server wrote is kept under artifacts/end-to-end.
/// </summary>
public abstract class StationTest(Browser browser, HallServer server) : IAsyncLifetime
{
    private readonly List<IBrowserContext> contexts = [];
    private readonly List<string> thrown = [];

    protected HallServer Server { get; } = server;

    protected Browser Chromium => browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed || thrown.Count > 0)
            await KeepTraces();
        foreach (var context in contexts)
            await context.DisposeAsync();
        GC.SuppressFinalize(this);
        Assert.Empty(thrown);
    }

    protected Hall HallOf(string hall) => new(Server, hall);

    /// <summary>A page in a browser of its own: nothing is remembered there.</summary>
    /// <param name="scripts">Run before the page's own, on every load.</param>
    protected async Task<IPage> Visit(string path, int width = 1920, int height = 1080, params string[] scripts)
    {
        var context = await FreshContext(width, height);
        foreach (var script in scripts)
            await context.AddInitScriptAsync(script);
        return await Visit(context, path);
    }

    /// <summary>A page in a browser that other pages are open in.</summary>
    protected async Task<IPage> Visit(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => thrown.Add($"{path}: {error}");
        await page.GotoAsync(path.StartsWith('/') ? Server.Url + path : path);
        return page;
    }

    protected async Task<IBrowserContext> FreshContext(
        int width = 1920, int height = 1080, string zone = "Asia/Shanghai")
    {
        var context = await browser.Fresh(width, height, zone);
        context.SetDefaultTimeout(Limits.Milliseconds);
        contexts.Add(context);
        return context;
    }

    private async Task KeepTraces()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "../../../end-to-end");
        var name = TestContext.Current.TestMethod?.MethodName ?? "unknown";
        Directory.CreateDirectory(folder);
        await File.WriteAllLinesAsync(Path.Combine(folder, $"{name}.log"), [.. thrown, .. Server.Log], Encoding.UTF8);
        var pages = contexts.SelectMany(context => context.Pages).ToList();
        for (var i = 0; i < pages.Count; i++)
        {
            try
            {
                var picture = Path.Combine(folder, $"{name}-{i + 1}.png");
                await pages[i].ScreenshotAsync(new() { Path = picture, Timeout = 5_000 });
            }
            catch (Exception failed) when (failed is PlaywrightException or TimeoutException)
            {
                // A page that cannot be shown any more must not hide why the test failed.
                TestContext.Current.SendDiagnosticMessage($"{name}: no picture of page {i + 1}: {failed.Message}");
            }
        }
    }
}
