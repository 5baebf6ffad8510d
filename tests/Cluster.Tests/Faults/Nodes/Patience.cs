namespace Yihao.Cluster.Tests.Faults.Nodes;

/// <summary>How long a test waits for a node, and how.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <exception cref="OperationCanceledException">It did not hold within the limit.</exception>
    public static async Task Until(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var timer = new PeriodicTimer(Look);
        while (!await holds())
            await timer.WaitForNextTickAsync(limit.Token);
    }
}
