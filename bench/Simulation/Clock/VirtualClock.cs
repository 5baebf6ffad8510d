namespace Yihao.Simulation.Clock;

/// <summary>
/// What is to happen, in the order of its time; what is due at the same microsecond happens in the order of planning.
/// Times are microseconds since four in the morning, when the halls' day begins.
/// </summary>
internal sealed class VirtualClock<T>
{
    /// <summary>Room for the order within a microsecond: 2^37 us are more than a day, 2^26 are 67 million plans.
    /// </summary>
    private const int OrderBits = 26;

    private readonly PriorityQueue<T, long> plans = new();
    private long planned;

    public long Now { get; private set; }

    public void At(long micros, T happening) =>
        plans.Enqueue(happening, (Math.Max(micros, Now) << OrderBits) | (planned++ & ((1L << OrderBits) - 1)));

    public void In(long micros, T happening) => At(Now + micros, happening);

    /// <summary>False when nothing is planned any more.</summary>
    public bool Next(out T happening)
    {
        if (!plans.TryDequeue(out happening!, out var due))
            return false;
        Now = due >> OrderBits;
        return true;
    }
}
