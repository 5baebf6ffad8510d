using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace Yihao.EndToEnd.Tests.Stage;

/// <summary>A browser with processes of its own, which can stand still with all its connections open.</summary>
public sealed class OwnPc : IAsyncDisposable
{
    private readonly IBrowser chromium;
    private readonly int process;
    private bool frozen;

    private OwnPc(IBrowser chromium, int process) => (this.chromium, this.process) = (chromium, process);

    public static async Task<OwnPc> SwitchOn(Browser browser)
    {
        var mark = $"--own-pc={Guid.NewGuid()}";
        var chromium = await browser.Another(mark);
        // A helper that is just being started still has the words of the browser.
        var found = All().Where(id => IsOf(id, mark)).ToHashSet();
        return new OwnPc(chromium, found.Single(id => !found.Contains(ParentOf(id))));
    }

    /// <summary>A page in this browser, Chinese and in the hall's zone.</summary>
    public async Task<IPage> Visit(string url)
    {
        var context = await chromium.NewContextAsync(new() { Locale = "zh-CN", TimezoneId = "Asia/Shanghai" });
        context.SetDefaultTimeout(Limits.Milliseconds);
        var page = await context.NewPageAsync();
        await page.GotoAsync(url);
        return page;
    }

    public async Task Freeze()
    {
        frozen = true;
        await Signal("STOP");
    }

    public async Task Thaw()
    {
        frozen = false;
        await Signal("CONT");
    }

    public async ValueTask DisposeAsync()
    {
        if (frozen)
            await Thaw();
        await chromium.DisposeAsync();
    }

    /// <summary>To the browser first, so that it starts no other process meanwhile.</summary>
    private async Task Signal(string signal)
    {
        var parents = All().Select(id => (Id: id, Parent: ParentOf(id))).ToLookup(p => p.Parent, p => p.Id);
        List<int> tree = [process];
        for (var i = 0; i < tree.Count; i++)
            tree.AddRange(parents[tree[i]]);
        using var kill = Process.Start("kill", [$"-{signal}", .. tree.Select(id => $"{id}")]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    private static IEnumerable<int> All() => Directory.EnumerateDirectories("/proc")
        .Select(Path.GetFileName)
        .Where(name => name!.All(char.IsAsciiDigit))
        .Select(name => int.Parse(name!, CultureInfo.InvariantCulture));

    /// <summary>The browser itself: its helpers are told of no option that they do not know.</summary>
    private static bool IsOf(int id, string mark)
    {
        var words = Read(id, "cmdline").Split('\0');
        return words.Contains(mark) && !words.Any(word => word.StartsWith("--type=", StringComparison.Ordinal));
    }

    // "12 (name) S 7 …": the name may have spaces and brackets in it.
    private static int ParentOf(int id) =>
        Read(id, "stat").Split(") ").Last().Split(' ') is [_, var parent, ..]
            ? int.Parse(parent, CultureInfo.InvariantCulture)
            : 0;

    private static string Read(int id, string what)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{what}");
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return string.Empty;
        }
    }
}
