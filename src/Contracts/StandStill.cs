namespace Yihao.Contracts;

/// <summary>
/// Knows when this process stood still: frozen, or without a processor for too long. What it
/// was asked before, or finds in its sockets when it wakes, may have been given up and asked elsewhere long ago, and a
/// request that was refused or found nobody there leaves no trace: done late, it would be done to somebody else.
/// </summary>
public sealed class StandStill : IDisposable
{
    /// <summary>A caller who waits less than this may still be there.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>By then everything that lay in the sockets was read.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider time;
    private readonly ITimer timer;
    private long beat;
    private long woke;

    /// <param name="time">Of the process, not of the halls: it goes on while the process stands still.</param>
    public StandStill(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        this.time = time;
        beat = time.GetTimestamp();
        timer = time.CreateTimer(_ => Beat(), null, Apart, Apart);
    }

    /// <summary>The process stood still and woke in the last such time, this moment included.</summary>
    public bool Within(TimeSpan last)
    {
        // Right after it woke the timer has not run yet.
        if (time.GetElapsedTime(Volatile.Read(ref beat)) > Longest)
            return true;
        return Volatile.Read(ref woke) is var at and not 0 && time.GetElapsedTime(at) <= last;
    }

    /// <summary>For calls between nodes, which may have lain in a socket as well.</summary>
    /// <exception cref="TimeoutException">The process has just stood still: ask again.</exception>
    public void RefuseLateCalls()
    {
        if (Within(Grace))
            throw new TimeoutException("This node has just stood still, and the call may be an old one.");
    }

    public void Dispose() => timer.Dispose();

    private void Beat()
    {
        var now = time.GetTimestamp();
        if (time.GetElapsedTime(beat, now) > Longest)
            Volatile.Write(ref woke, now);
        Volatile.Write(ref beat, now);
    }
}
