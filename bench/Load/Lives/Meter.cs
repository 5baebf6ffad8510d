namespace Yihao.Load.Lives;

/// <summary>What is measured of the lives while it is <see cref="On"/>.</summary>
internal sealed class Meter
{
    private volatile bool on;
    private long lives;
    private long allLives;
    private long empty;

    public bool On
    {
        get => on;
        set => on = value;
    }

    public Latencies Take { get; } = new();

    public Latencies Call { get; } = new();

    public Latencies Finish { get; } = new();

    public Latencies Life { get; } = new();

    /// <summary>Finished while it was on.</summary>
    public long Lives => Volatile.Read(ref lives);

    /// <summary>Finished since the start.</summary>
    public long AllLives => Volatile.Read(ref allLives);

    /// <summary>Calls that were told that nobody waits, though somebody did.</summary>
    public long Empty => Volatile.Read(ref empty);

    public void CountEmpty() => Interlocked.Increment(ref empty);

    public void CountLife(long begun)
    {
        Interlocked.Increment(ref allLives);
        if (!on)
            return;
        Interlocked.Increment(ref lives);
        Life.Record(begun);
    }

    public void Note(Latencies step, long begun)
    {
        if (on)
            step.Record(begun);
    }
}
