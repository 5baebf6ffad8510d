using Yihao.Cluster.Tests.Checking;
using Yihao.Cluster.Tests.Faults.Load;
using Yihao.Cluster.Tests.Faults.Nodes;

namespace Yihao.Cluster.Tests.Faults.Figures;

/// <summary>Reads the halls' epochs five times a second, for the history.</summary>
internal sealed class EpochPoll : IAsyncDisposable
{
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource stop = new();
    private readonly Task polling;

    public EpochPoll(Database database, History history, RunClock clock) => polling = Poll(database, history, clock);

    public async Task End()
    {
        await stop.CancelAsync();
        await polling;
    }

    public async ValueTask DisposeAsync()
    {
        await End();
        stop.Dispose();
    }

    private async Task Poll(Database database, History history, RunClock clock)
    {
        using var timer = new PeriodicTimer(Apart);
        while (!stop.IsCancellationRequested)
        {
            foreach (var (hall, epoch) in await database.Heads())
                history.Add(new EpochSeen(hall, epoch, clock.Now));

            await timer.WaitForNextTickAsync();
        }
    }
}
