using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Yihao.Hub.Screens;

/// <summary>The feeds of this node: one for each hall that somebody follows, and for a minute after.</summary>
internal sealed class HallFeeds(HubOptions options, IGrainFactory grains, TimeProvider time, ILogger<HallFeed> log)
    : BackgroundService
{
    private static readonly TimeSpan KeptUnused = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Swept = TimeSpan.FromSeconds(10);

    private static long followed;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Running> running = [];

    /// <summary>Of all feeds in this process.</summary>
    public static long Followed => Interlocked.Read(ref followed);

    /// <summary>The hall's feed, kept until the use is disposed of.</summary>
    public FeedUse Use(string hall)
    {
        lock (gate)
        {
            if (!running.TryGetValue(hall, out var found))
                running[hall] = found = Start(hall);
            found.Users++;
            return new FeedUse(found.Feed, () => EndUse(found));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Swept, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                Sweep(stopAll: false);
        }
        finally
        {
            Sweep(stopAll: true);
        }
    }

    private Running Start(string hall)
    {
        var feed = new HallFeed(hall, options.Node, grains, log);
        var stop = new CancellationTokenSource();
        Interlocked.Increment(ref followed);
        _ = Task.Run(() => feed.Run(stop.Token));
        return new Running(feed, stop);
    }

    private void EndUse(Running use)
    {
        lock (gate)
        {
            use.Users--;
            use.UnusedSince = time.GetTimestamp();
        }
    }

    private void Sweep(bool stopAll)
    {
        lock (gate)
        {
            foreach (var (hall, found) in running.ToList())
            {
                if (!stopAll && (found.Users > 0 || time.GetElapsedTime(found.UnusedSince) < KeptUnused))
                    continue;
                found.Stop.Cancel();
                running.Remove(hall);
                Interlocked.Decrement(ref followed);
            }
        }
    }

    private sealed record Running(HallFeed Feed, CancellationTokenSource Stop)
    {
        public int Users { get; set; }

        public long UnusedSince { get; set; }
    }
}

/// <summary>Somebody follows a hall on this node. Dispose of it once.</summary>
internal sealed class FeedUse(HallFeed feed, Action end) : IDisposable
{
    private Action? end = end;

    public HallFeed Feed { get; } = feed;

    public void Dispose() => Interlocked.Exchange(ref end, null)?.Invoke();
}
