using System.Diagnostics;
using Yihao.Bench.Shared;
using Yihao.Load.Clients;

namespace Yihao.Load.Screens;

/// <summary>
/// Screens that follow the halls in turn while lives run: each is to be told everything, once and in order.
/// </summary>
internal sealed class FollowingScreens(Uri server, int many, int halls) : IAsyncDisposable
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly YihaoQueue queue = new(server);
    private readonly LoadScreen[] screens =
        [.. Enumerable.Range(0, many).Select(i => new LoadScreen(server, i, keepsCalls: false))];

    public int Count => screens.Length;

    /// <summary>How many events they were told, all together.</summary>
    public long Events => screens.Sum(s => s.Events);

    public Task Follow() => ForEach((i, screen) => screen.Follow(MeasuredNetwork.Hall(i % halls)));

    /// <summary>When nothing happens any more: waits until each screen has all that its hall has.</summary>
    /// <returns>What was wrong.</returns>
    public async Task<IReadOnlyList<string>> Check()
    {
        var behind = 0;
        var begun = Stopwatch.GetTimestamp();
        await ForEach(async (i, screen) =>
        {
            var seq = await queue.Seq(i % halls);
            while (screen.Seq < seq && !screen.Closed && Stopwatch.GetElapsedTime(begun) < Patience)
                await Task.Delay(Pause);
            if (screen.Seq != seq)
                Interlocked.Increment(ref behind);
        });
        var (gaps, closed) = (screens.Sum(s => s.Gaps), screens.Count(s => s.Closed));
        List<string> faults = [];
        if (gaps > 0)
            faults.Add($"{gaps} gaps in what screens were told, or events out of order");
        if (closed > 0)
            faults.Add($"{closed} screens were cut off");
        if (behind > 0)
            faults.Add($"{behind} screens do not stand where their halls do");
        return faults;
    }

    public async ValueTask DisposeAsync()
    {
        await ForEach((_, screen) => screen.DisposeAsync().AsTask());
        await queue.DisposeAsync();
    }

    private Task ForEach(Func<int, LoadScreen, Task> act) => Parallel.ForEachAsync(
        screens.Index(),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (screen, _) => await act(screen.Index, screen.Item));
}
