namespace Yihao.Hub.Asking;

/// <summary>How many calls to halls are under way on this node, with a bound.</summary>
internal sealed class InFlight(HubOptions options)
{
    private int calls;

    public int Calls => Volatile.Read(ref calls);

    /// <summary>False when there is no room; otherwise <see cref="End"/> must follow.</summary>
    public bool TryBegin()
    {
        if (Interlocked.Increment(ref calls) <= options.InFlight)
            return true;
        End();
        return false;
    }

    public void End() => Interlocked.Decrement(ref calls);
}
