using Microsoft.Extensions.Logging;
using Yihao.Contracts;
using Yihao.Hub.Asking;
using Yihao.Hub.Screens;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Counters;

/// <summary>
/// The clerks' pages of one hall on this node: after each change the hall is asked once for all of them, at most every
/// 200 ms, and each gets what is new for its window.
/// </summary>
internal sealed partial class CounterRoom : IDisposable
{
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(200);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Attendant> attendants = [];
    private readonly FeedUse use;
    private readonly IHallGrain grain;
    private readonly GrainCalls calls;
    private readonly ILogger log;
    private readonly CancellationTokenSource stop = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CounterRoom(FeedUse use, IGrainFactory grains, GrainCalls calls, ILogger log)
    {
        (this.use, this.calls, this.log) = (use, calls, log);
        grain = grains.GetGrain<IHallGrain>(use.Feed.Hall);
        use.Feed.Happened += SeeChange;
        _ = Task.Run(() => Run(stop.Token));
    }

    public IReadOnlyList<Attendant> Attendants
    {
        get
        {
            lock (gate)
                return [.. attendants.Values];
        }
    }

    public void Add(Attendant attendant)
    {
        lock (gate)
        {
            attendants[attendant.Connection] = attendant;
            changed.TrySetResult();
        }
    }

    /// <summary>True when nobody is left.</summary>
    public bool Remove(string connection)
    {
        lock (gate)
        {
            attendants.Remove(connection);
            return attendants.Count == 0;
        }
    }

    public void Dispose()
    {
        use.Feed.Happened -= SeeChange;
        use.Dispose();
        stop.Cancel();
        stop.Dispose();
    }

    private void SeeChange(HallEvents events) => LookAgain();

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
                    changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
                await Refresh(cancellation);
                await Task.Delay(Apart, cancellation);
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
            var windows = view.Value.Windows.ToDictionary(w => w.Window);
            var waiting = use.Feed.Waiting;
            foreach (var attendant in Attendants)
            {
                if (windows.TryGetValue(attendant.Window, out var window))
                    attendant.Show(window, view.AsOf, new ShownQueue(waiting, window.Servable));
            }
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
