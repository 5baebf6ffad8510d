namespace Yihao.Rules;

/// <summary>The last calls of the day, newest first: what a screen shows that has just been switched on.</summary>
public sealed class RecentCalls
{
    public const int Shown = 12;

    private readonly LinkedList<ShownCall> newestFirst = [];

    public IEnumerable<ShownCall> NewestFirst => newestFirst;

    /// <summary>A ticket called again moves to the top; it is never shown twice.</summary>
    internal void Add(ShownCall call)
    {
        for (var node = newestFirst.First; node is not null; node = node.Next)
        {
            if (node.Value.Ticket != call.Ticket)
                continue;
            newestFirst.Remove(node);
            break;
        }

        newestFirst.AddFirst(call);
        if (newestFirst.Count > Shown)
            newestFirst.RemoveLast();
    }

    internal void Clear() => newestFirst.Clear();
}

/// <param name="Seq">Place of the call in the ledger.</param>
/// <param name="Kind"><c>called</c> or <c>recalled</c>.</param>
public readonly record struct ShownCall(long Seq, DateTimeOffset At, string Kind, TicketKey Ticket, string Window);
