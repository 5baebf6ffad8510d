using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yihao.Contracts;
using Yihao.Hub.Asking;
using Yihao.Hub.Screens;

namespace Yihao.Hub.Counters;

/// <summary>All clerks' pages of this node, and their signs of life: once a second, bundled here.</summary>
internal sealed partial class CounterRooms(
    HallFeeds feeds, IGrainFactory grains, GrainCalls calls, TimeProvider time, ILogger<CounterRooms> log)
    : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, CounterRoom> rooms = [];

    public void Attend(Attendant attendant)
    {
        lock (gate)
        {
            if (!rooms.TryGetValue(attendant.Hall, out var room))
                rooms[attendant.Hall] = room = new CounterRoom(feeds.Use(attendant.Hall), grains, calls, log);
            room.Add(attendant);
        }
    }

    /// <summary>However a page goes, its clerk is missed after the same delay; a reload is back in time.</summary>
    public void Leave(Attendant attendant)
    {
        lock (gate)
        {
            if (rooms.TryGetValue(attendant.Hall, out var room) && room.Remove(attendant.Connection))
            {
                room.Dispose();
                rooms.Remove(attendant.Hall);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            CounterRoom[] now;
            lock (gate)
                now = [.. rooms.Values];
            var present = now.SelectMany(r => r.Attendants).Where(a => a.IsAtIt);
            await Task.WhenAll(present.Select(a => Tell(a, window => window.Beat())));
        }
    }

    private async Task Tell(Attendant attendant, Func<IWindowGrain, Task> tell)
    {
        try
        {
            var window = grains.GetGrain<IWindowGrain>($"{attendant.Hall}/{attendant.Window}");
            await tell(window).WaitAsync(Beat, time);
        }
        catch (Exception lost)
        {
            // The next second says it again, and a lease is longer than many seconds.
            LogNotTold(attendant.Hall, attendant.Window, lost.Message);
        }
    }

    [LoggerMessage(2211, LogLevel.Debug, "Window {Hall}/{Window} was not told of its clerk: {Reason}")]
    private partial void LogNotTold(string hall, string window, string reason);
}
