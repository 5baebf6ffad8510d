using System.Diagnostics;
using System.Threading.Channels;
using Yihao.Load.Clients;

namespace Yihao.Load.Lives;

/// <summary>
/// Lives begin at a stated rate, whatever the server does. Taking a number and the whole life count from the intended
/// start, so that a server that stands still is charged for everybody who would have come (coordinated omission).
/// </summary>
internal sealed class OpenLoop
{
    /// <summary>Lives under way; more mean that the server cannot keep up, and nothing is measured any more.</summary>
    private const int MostUnderWay = 20_000;

    private readonly TicketLife life;
    private readonly Channel<int>[] free;
    private readonly int rate;
    private int underWay;

    public OpenLoop(TicketLife life, int rate, int halls, int windows)
    {
        (this.life, this.rate) = (life, rate);
        free = [.. Enumerable.Range(0, halls).Select(_ => FreeWindows(windows))];
    }

    /// <summary>Ends when every life under way is finished.</summary>
    public async Task Run(CancellationToken stop)
    {
        // On a thread of its own: a timer of the pool comes some milliseconds late, and each life is charged for that.
        var lives = await Task.Factory.StartNew(
            () => BeginLives(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAll(lives);
    }

    private List<Task> BeginLives(CancellationToken stop)
    {
        var start = Stopwatch.GetTimestamp();
        var lives = new List<Task>();
        var begun = 0L;
        for (var stopped = false; !stopped;)
        {
            // Once more after the stop: those who were due since the last look are charged too.
            stopped = stop.IsCancellationRequested;
            // The first is due at once.
            var due = (long)(Stopwatch.GetElapsedTime(start).TotalSeconds * rate) + 1;
            for (; begun < due; begun++)
                lives.Add(Live((int)(begun % free.Length), start + begun * Stopwatch.Frequency / rate));
            if (Volatile.Read(ref underWay) > MostUnderWay)
                throw new WrongAnswerException($"more than {MostUnderWay} lives are under way: the rate is too high");
            Forget(lives);
            Thread.Sleep(1);
        }

        return lives;
    }

    private async Task Live(int hall, long intended)
    {
        Interlocked.Increment(ref underWay);
        life.Begin(intended);
        await life.Take(hall, intended);
        // The citizen waits for a window from now on.
        var begun = Stopwatch.GetTimestamp();
        var window = await free[hall].Reader.ReadAsync();
        await life.CallAndFinish(hall, window, begun, intended);
        free[hall].Writer.TryWrite(window);
        Interlocked.Decrement(ref underWay);
    }

    /// <summary>Those that went well; one that did not ends the run.</summary>
    private static void Forget(List<Task> lives)
    {
        if (lives.FirstOrDefault(l => l.IsFaulted) is { } faulted)
            faulted.GetAwaiter().GetResult();
        lives.RemoveAll(l => l.IsCompletedSuccessfully);
    }

    private static Channel<int> FreeWindows(int windows)
    {
        var free = Channel.CreateUnbounded<int>();
        for (var i = 0; i < windows; i++)
            free.Writer.TryWrite(i);
        return free;
    }
}
