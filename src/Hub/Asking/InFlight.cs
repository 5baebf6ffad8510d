namespace Yihao.Hub.Asking;

/// <summary>How many calls to halls are under way on this node, with a bound.</summary>
internal sealed class InFlight(HubOptions options)
{
    private static int here;
    private int calls;

    /// <summary>Of all in this process.</summary>
    public static int Here => Volatile.Read(ref here);

    public int Calls => Volatile.Read(ref calls);

    /// <summary>False when there is no room; otherwise <see cref="End"/> must follow.</summary>
    public bool TryBegin()
    {
        Interlocked.Increment(ref here);
        if (Interlocked.Increment(ref calls) <= options.InFlight)
            return true;
        End();
        return false;
    }

    public void End()
    {
        Interlocked.Decrement(ref here);
        Interlocked.Decrement(ref calls);
    }
}
