using System.Diagnostics;

namespace Yihao.Load.Lives;

/// <summary>
/// A number of callers, each at a window of its own, who begin the next life when the last is finished: for the most
/// that a server can do. Its latencies leave out those who would have come in between.
/// </summary>
internal sealed class ClosedLoop(TicketLife life, int callers, int halls)
{
    /// <summary>Ends when every life under way is finished.</summary>
    public Task Run(CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, callers).Select(i => Go(i, stop)));

    private async Task Go(int caller, CancellationToken stop)
    {
        await Task.Yield();
        var (hall, window) = (caller % halls, caller / halls);
        while (!stop.IsCancellationRequested)
        {
            var begun = Stopwatch.GetTimestamp();
            await life.Take(hall, begun);
            await life.CallAndFinish(hall, window, Stopwatch.GetTimestamp(), begun);
        }
    }
}
