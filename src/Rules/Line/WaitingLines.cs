namespace Yihao.Rules;

/// <summary>
/// All who wait in a hall: one line per matter group and head start, where the order is that of arrival, and one per
/// window for the tickets sent to it.
/// </summary>
public sealed class WaitingLines
{
    private readonly List<OrderedLine>[] groups;
    private readonly Dictionary<(int Group, TimeSpan HeadStart), OrderedLine> lines = [];
    private readonly Dictionary<string, OrderedLine> sent = new(StringComparer.Ordinal);
    private readonly int[] counts = new int[Enum.GetValues<TicketClass>().Length];

    public WaitingLines(MatterGroups matters)
    {
        Matters = matters;
        groups = [.. Enumerable.Range(0, matters.Count).Select(_ => new List<OrderedLine>())];
    }

    public MatterGroups Matters { get; }

    public int Count { get; private set; }

    public int CountOf(TicketClass ticketClass) => counts[(int)ticketClass];

    /// <summary>The lines of one matter group: one per head start that occurs.</summary>
    public IReadOnlyList<OrderedLine> Of(int group) => groups[group];

    internal List<OrderedLine> ListOf(int group) => groups[group];

    /// <summary>The tickets sent to a window, null when there never was one.</summary>
    public OrderedLine? SentTo(string window) => sent.GetValueOrDefault(window);

    public void Join(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ticket.Line = ticket.SentTo is { } window ? SentLine(window) : GroupLine(ticket);
        ticket.Line.Add(ticket);
        counts[(int)ticket.Class]++;
        Count++;
    }

    public void Leave(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (ticket.Line?.Remove(ticket) != true)
            throw new InvalidOperationException($"{ticket.Key.Shown} is {ticket.State} but stands in no line");
        ticket.Line = null;
        counts[(int)ticket.Class]--;
        Count--;
    }

    /// <summary>Everybody who waits, in the total order; costs a sort, for reading only.</summary>
    public IEnumerable<Ticket> InOrder() =>
        lines.Values.Concat(sent.Values).SelectMany(line => line.InOrder()).OrderBy(ticket => ticket.Place);

    private OrderedLine SentLine(string window)
    {
        if (!sent.TryGetValue(window, out var line))
            sent[window] = line = new OrderedLine();
        return line;
    }

    private OrderedLine GroupLine(Ticket ticket)
    {
        var group = Matters.GroupOf(ticket.Matter);
        if (!lines.TryGetValue((group, ticket.HeadStart), out var line))
        {
            lines[(group, ticket.HeadStart)] = line = new OrderedLine();
            groups[group].Add(line);
        }

        return line;
    }
}
