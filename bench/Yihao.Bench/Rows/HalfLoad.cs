using System.Collections.Concurrent;
using System.Diagnostics;
using Yihao.Bench.Shared;

namespace Yihao.Bench.Rows;

/// <summary>Ticket lives in other halls of the node: as many as go, or at a stated rate (open loop).</summary>
internal sealed class HalfLoad : IAsyncDisposable
{
    /// <summary>With more lives left out than this share, it is not the load that was asked for.</summary>
    private const double MostMissed = 0.01;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(2);

    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<Seat> free = new();
    private readonly Task running;
    private long lives;
    private long missed;

    private HalfLoad(IEnumerable<Seat> seats, double perSecond)
    {
        foreach (var seat in seats)
            free.Enqueue(seat);
        running = Task.Run(() => Run(perSecond));
    }

    /// <summary>Lives a second, in a closed loop of all seats.</summary>
    public static async Task<double> Most(IReadOnlyList<Seat> seats, TimeSpan time)
    {
        var begun = Stopwatch.GetTimestamp();
        var lives = await Task.WhenAll(seats.Select(seat => Task.Run(async () =>
        {
            var lived = 0;
            for (; Stopwatch.GetElapsedTime(begun) < time; lived++)
                await seat.Life();
            return lived;
        })));
        return lives.Sum() / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    /// <summary>Begins lives at this rate until it is disposed of.</summary>
    public static HalfLoad Start(IEnumerable<Seat> seats, double perSecond) => new(seats, perSecond);

    /// <exception cref="InvalidOperationException">Too many lives found every seat taken and were left out.</exception>
    public void Check()
    {
        if (Interlocked.Read(ref missed) > MostMissed * (Interlocked.Read(ref lives) + Interlocked.Read(ref missed)))
            throw new InvalidOperationException($"not half load: {this}");
    }

    public override string ToString() =>
        $"{Interlocked.Read(ref lives)} lives begun, {Interlocked.Read(ref missed)} found no free window";

    /// <summary>Ends it, and fails when an answer was wrong.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }

    private async Task Run(double perSecond)
    {
        List<Task> underWay = [];
        var begun = Stopwatch.GetTimestamp();
        while (!stop.IsCancellationRequested)
        {
            var due = (long)(Stopwatch.GetElapsedTime(begun).TotalSeconds * perSecond);
            while (lives + missed < due)
            {
                if (free.TryDequeue(out var seat))
                {
                    Interlocked.Increment(ref lives);
                    underWay.Add(Live(seat));
                }
                else
                {
                    Interlocked.Increment(ref missed);
                }
            }

            foreach (var ended in underWay.Where(life => life.IsCompleted))
                await ended;
            underWay.RemoveAll(life => life.IsCompleted);
            await Task.Delay(Step);
        }

        await Task.WhenAll(underWay);
    }

    private async Task Live(Seat seat)
    {
        await Task.Yield();
        await seat.Life();
        free.Enqueue(seat);
    }
}
