namespace Yihao.Rules;

/// <summary>
/// Tickets that wait for the same windows: one line per class and head start. In each the order of places is that of
/// arrival, so that both the earliest place and the oldest arrival stand at a head.
/// </summary>
public sealed class ClassLines
{
    private readonly Dictionary<(TicketClass Class, TimeSpan HeadStart), OrderedLine> byClass = [];

    /// <summary>A list, not an interface: a choice walks it without allocating.</summary>
    internal List<OrderedLine> Lines { get; } = [];

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var line in Lines)
                count += line.Count;
            return count;
        }
    }

    /// <summary>The first place of all.</summary>
    public Ticket? Earliest
    {
        get
        {
            Ticket? earliest = null;
            foreach (var line in Lines)
                earliest = Dispatch.Earliest(earliest, line.Head);
            return earliest;
        }
    }

    /// <summary>The oldest arrival of all, as the order counts it.</summary>
    public Ticket? Oldest
    {
        get
        {
            Ticket? oldest = null;
            foreach (var line in Lines)
                oldest = Dispatch.Oldest(oldest, line.Head);
            return oldest;
        }
    }

    /// <summary>How many stand before a place.</summary>
    public int CountBefore(Place place)
    {
        var before = 0;
        foreach (var line in Lines)
            before += line.CountBefore(place);
        return before;
    }

    /// <summary>The last ticket before a place, null when there is none.</summary>
    public Ticket? LastBefore(Place place)
    {
        Ticket? last = null;
        foreach (var line in Lines)
        {
            if (line.LastBefore(place) is { } one && (last is null || one.Place > last.Place))
                last = one;
        }

        return last;
    }

    /// <summary>The last of the next few of a class, null when none of it waits.</summary>
    public Ticket? LastOfNext(int few, TicketClass ticketClass) =>
        // More than one line of a class only after the hall changed its head start.
        Lines.Where(line => line.Head?.Class == ticketClass)
            .SelectMany(line => Enumerable.Range(0, few).Select(line.At).OfType<Ticket>())
            .OrderBy(ticket => ticket.Place)
            .Take(few)
            .LastOrDefault();

    /// <summary>Everybody in the total order; costs a sort, for reading only.</summary>
    public IEnumerable<Ticket> InOrder() => Lines.SelectMany(line => line.InOrder()).OrderBy(ticket => ticket.Place);

    internal OrderedLine LineOf(Ticket ticket)
    {
        if (byClass.TryGetValue((ticket.Class, ticket.HeadStart), out var line))
            return line;
        byClass[(ticket.Class, ticket.HeadStart)] = line = new OrderedLine();
        Lines.Add(line);
        return line;
    }
}
