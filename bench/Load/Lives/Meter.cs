using System.Diagnostics;

namespace Yihao.Load.Lives;

/// <summary>
/// What is measured of the lives between <see cref="Begin"/> and <see cref="End"/>. Read the latencies when every life
/// has ended: a life counts by the moment at which it was to start, so that those whom a server that stands still keeps
/// under way are charged too, however late they end. Any number of threads.
/// </summary>
internal sealed class Meter
{
    private long from = long.MaxValue;
    private long to = long.MaxValue;
    private long lives;
    private long allLives;
    private long empty;

    /// <summary>From the intended start of a life to the moment at which an open loop began it.</summary>
    public Latencies Late { get; } = new();

    public Latencies Take { get; } = new();

    public Latencies Call { get; } = new();

    public Latencies Finish { get; } = new();

    /// <summary>Their count is that of the lives that were to start in the time.</summary>
    public Latencies Life { get; } = new();

    /// <summary>Finished in the time, whenever they started: what the server did then.</summary>
    public long Lives => Volatile.Read(ref lives);

    /// <summary>Finished since the start.</summary>
    public long AllLives => Volatile.Read(ref allLives);

    /// <summary>Calls that were told that nobody waits, though somebody did.</summary>
    public long Empty => Volatile.Read(ref empty);

    public void Begin() => Volatile.Write(ref from, Stopwatch.GetTimestamp());

    public void End() => Volatile.Write(ref to, Stopwatch.GetTimestamp());

    public void CountEmpty() => Interlocked.Increment(ref empty);

    /// <param name="intended">When the life was to start, as a timestamp of the stopwatch.</param>
    public void CountLife(long intended)
    {
        Interlocked.Increment(ref allLives);
        if (IsMeasured(Stopwatch.GetTimestamp()))
            Interlocked.Increment(ref lives);
        Note(Life, intended, intended);
    }

    /// <param name="begun">From when on the step counts.</param>
    /// <param name="intended">When its life was to start.</param>
    public void Note(Latencies step, long begun, long intended)
    {
        if (IsMeasured(intended))
            step.Record(begun);
    }

    private bool IsMeasured(long at) => at >= Volatile.Read(ref from) && at < Volatile.Read(ref to);
}
