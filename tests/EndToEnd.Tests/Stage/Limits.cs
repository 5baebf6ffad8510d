using System.Diagnostics;

namespace Yihao.EndToEnd.Tests.Stage;

/// <summary>How long a test waits for what must come; generous, because a gate may run on a loaded machine.</summary>
internal static class Limits
{
    public const int Milliseconds = 30_000;

    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(Milliseconds);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until <paramref name="holds"/>; fails with <paramref name="what"/> when it never does.</summary>
    public static async Task Until(string what, Func<Task<bool>> holds, TimeSpan? limit = null)
    {
        var started = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(Look);
        while (!await holds())
        {
            if (Stopwatch.GetElapsedTime(started) > (limit ?? Patience))
                throw new TimeoutException($"not within {(limit ?? Patience).TotalSeconds} s: {what}");
            await timer.WaitForNextTickAsync();
        }
    }
}
