namespace Yihao.Rules;

/// <summary>The last calls of the day, newest first: what a screen shows that has just been switched on.</summary>
public sealed class RecentCalls
{
    public const int Shown = 12;

    // A ring: looked through for each call, and a list's nodes lie all over the memory.
    private readonly ShownCall[] calls = new ShownCall[Shown];
    private int oldest;
    private int count;

    public IEnumerable<ShownCall> NewestFirst
    {
        get
        {
            for (var i = count - 1; i >= 0; i--)
                yield return calls[Place(i)];
        }
    }

    /// <summary>A ticket called again moves to the top; it is never shown twice.</summary>
    internal void Add(ShownCall call)
    {
        Remove(call.Ticket);
        if (count < Shown)
            calls[Place(count++)] = call;
        else
            (calls[oldest], oldest) = (call, Place(1));
    }

    internal void Clear() => (oldest, count) = (0, 0);

    private void Remove(TicketKey ticket)
    {
        for (var i = 0; i < count; i++)
        {
            if (calls[Place(i)].Ticket != ticket)
                continue;
            for (var after = i + 1; after < count; after++)
                calls[Place(after - 1)] = calls[Place(after)];
            count--;
            return;
        }
    }

    /// <param name="age">From the oldest, 0.</param>
    private int Place(int age) => (oldest + age) % Shown;
}

/// <param name="Seq">Place of the call in the ledger.</param>
/// <param name="Kind"><c>called</c> or <c>recalled</c>.</param>
public readonly record struct ShownCall(long Seq, DateTimeOffset At, string Kind, TicketKey Ticket, string Window);
