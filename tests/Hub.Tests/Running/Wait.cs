using System.Diagnostics;

namespace Yihao.Hub.Tests.Running;

/// <summary>Waits for a condition, with a limit.</summary>
internal static class Wait
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public static Task Until(Func<bool> condition, string what) =>
        Until(() => Task.FromResult(condition()), Usual, () => what);

    public static async Task Until(Func<Task<bool>> condition, TimeSpan limit, Func<string> what)
    {
        for (var begun = Stopwatch.GetTimestamp(); !await condition(); await Task.Delay(Look))
            Assert.True(Stopwatch.GetElapsedTime(begun) < limit, $"within {limit.TotalSeconds:0} s: {what()}");
    }
}
