using Microsoft.Extensions.Logging;
using Yihao.Contracts;
using Yihao.Hub.Asking;
using Yihao.Hub.Screens;

namespace Yihao.Hub.Counters;

/// <summary>
/// The clerks' pages of one hall on this node: after each change the hall is asked once for all of them, and each gets
/// what is new for it; at once when more than counts is different for one of them, otherwise at most every 200 ms.
/// </summary>
internal sealed partial class CounterRoom : IDisposable
{
    private static readonly TimeSpan CountsApart = TimeSpan.FromMilliseconds(200);

    /// <summary>What one act of a clerk brings about comes in one push.</summary>
    private static readonly TimeSpan LeastApart = TimeSpan.FromMilliseconds(10);

    private readonly Lock gate = new();
    private readonly Dictionary<string, CounterPage> pages = [];
    private readonly FeedUse use;
    private readonly IHallGrain grain;
    private readonly GrainCalls calls;
    private readonly ILogger log;
    private readonly CancellationTokenSource stop = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource concerned = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CounterRoom(FeedUse use, IGrainFactory grains, GrainCalls calls, ILogger log)
    {
        (this.use, this.calls, this.log) = (use, calls, log);
        grain = grains.GetGrain<IHallGrain>(use.Feed.Hall);
        use.Feed.Happened += SeeChange;
        _ = Task.Run(() => Run(stop.Token));
    }

    public IReadOnlyList<CounterPage> Pages
    {
        get
        {
            lock (gate)
                return [.. pages.Values];
        }
    }

    public void Add(CounterPage page)
    {
        lock (gate)
        {
            pages[page.Connection] = page;
            changed.TrySetResult();
            concerned.TrySetResult();
        }
    }

    /// <summary>True when nobody is left.</summary>
    public bool Remove(string connection)
    {
        lock (gate)
        {
            pages.Remove(connection);
            return pages.Count == 0;
        }
    }

    public void Dispose()
    {
        use.Feed.Happened -= SeeChange;
        use.Dispose();
        stop.Cancel();
        stop.Dispose();
    }

    /// <summary>What is not for screens may well be for clerks.</summary>
    private void SeeChange(HallEvents events)
    {
        lock (gate)
        {
            // Each page sees every event.
            var concerns = events.Events.Count == 0;
            foreach (var happened in events.Events)
            {
                foreach (var page in pages.Values)
                    concerns |= page.Concerns(happened);
            }
            changed.TrySetResult();
            if (concerns)
                concerned.TrySetResult();
        }
    }

    private void LookAgain()
    {
        lock (gate)
            changed.TrySetResult();
    }

    private async Task Run(CancellationToken cancellation)
    {
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                await changed.Task.WaitAsync(cancellation);
                lock (gate)
                {
                    changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    concerned = new(TaskCreationOptions.RunContinuationsAsynchronously);
                }
                await Refresh(cancellation);
                await Task.Delay(LeastApart, cancellation);
                await Task.WhenAny(concerned.Task, Task.Delay(CountsApart - LeastApart, cancellation));
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody is left.
        }
    }

    private async Task Refresh(CancellationToken cancellation)
    {
        try
        {
            if (await calls.Repeat(grain.Describe, cancellation) is not Accepted<HallView> view)
                return;
            var waiting = use.Feed.Waiting;
            foreach (var page in Pages)
                page.Show(view.Value, view.AsOf, waiting);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            LogNotRefreshed(use.Feed.Hall, failed.Message);
            LookAgain();
        }
    }

    [LoggerMessage(2201, LogLevel.Warning, "The counters of hall {Hall} cannot be refreshed: {Reason}")]
    private partial void LogNotRefreshed(string hall, string reason);
}
