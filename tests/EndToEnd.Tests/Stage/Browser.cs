using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Yihao.EndToEnd.Tests.Stage.Browser))]
[assembly: Xunit.v3.Parallelization(MaxThreads = 3)]

namespace Yihao.EndToEnd.Tests.Stage;

/// <summary>One Chromium for the whole run; every test has contexts of its own in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright playwright = null!;
    private IBrowser chromium = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Limits.Milliseconds);
        chromium = await Another();
    }

    /// <summary>One more browser, with processes of its own.</summary>
    public Task<IBrowser> Another(params string[] more) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? Places.FirstOrDefault(File.Exists),
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required", .. more,
        ],
        Timeout = Limits.Milliseconds,
    });

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
    }

    /// <summary>A browser of its own as far as a page can tell: nothing stored, Chinese, in the hall's zone.</summary>
    public Task<IBrowserContext> Fresh(int width, int height, string zone = "Asia/Shanghai") =>
        chromium.NewContextAsync(new()
        {
            Locale = "zh-CN",
            TimezoneId = zone,
            // Colours that fade in would be measured half way.
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = height },
        });
}
