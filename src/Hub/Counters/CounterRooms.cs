using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yihao.Hub.Asking;
using Yihao.Hub.Screens;

namespace Yihao.Hub.Counters;

/// <summary>All clerks' pages of this node, and their signs of life: once a second, bundled here.</summary>
internal sealed partial class CounterRooms(
    HallFeeds feeds,
    IGrainFactory grains,
    HallRefs refs,
    GrainCalls calls,
    GoneDeputies gone,
    TimeProvider time,
    ILogger<CounterRooms> log)
    : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, CounterRoom> rooms = [];

    public void Enter(CounterPage page)
    {
        lock (gate)
        {
            if (!rooms.TryGetValue(page.Hall, out var room))
                rooms[page.Hall] = room = new CounterRoom(feeds.Use(page.Hall), grains, calls, log);
            room.Add(page);
        }
    }

    /// <summary>However a page goes, its clerk is missed after the same delay; a reload is back in time.</summary>
    public void Leave(CounterPage page)
    {
        lock (gate)
        {
            if (rooms.TryGetValue(page.Hall, out var room) && room.Remove(page.Connection))
            {
                room.Dispose();
                rooms.Remove(page.Hall);
            }
        }
        Miss(page);
    }

    /// <summary>Its clerk is missed after the delay, unless a page of his is here then.</summary>
    public void Miss(CounterPage page) =>
        gone.Watch(page.Hall, page.Clerk, () => IsHere(page.Hall, page.Clerk));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            CounterRoom[] now;
            lock (gate)
                now = [.. rooms.Values];
            var present = from room in now
                          from page in room.Pages
                          let window = page.PresentAt
                          where window is not null
                          select Beats(page.Hall, window);
            await Task.WhenAll(present);
        }
    }

    private bool IsHere(string hall, string clerk)
    {
        lock (gate)
            return rooms.TryGetValue(hall, out var room) && room.Pages.Any(p => p.Clerk == clerk);
    }

    private async Task Beats(string hall, string window)
    {
        try
        {
            await refs.Window(hall, window).Beat().WaitAsync(Beat, time);
        }
        catch (Exception lost)
        {
            // The next second says it again, and a lease is longer than many seconds.
            LogNotTold(hall, window, lost.Message);
        }
    }

    [LoggerMessage(2211, LogLevel.Debug, "Window {Hall}/{Window} was not told of its clerk: {Reason}")]
    private partial void LogNotTold(string hall, string window, string reason);
}
