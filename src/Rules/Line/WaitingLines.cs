namespace Yihao.Rules;

/// <summary>
/// All who wait in a hall: the common lines of each matter group, and those of each window for the tickets sent to it.
/// </summary>
public sealed class WaitingLines
{
    private readonly ClassLines[] common;
    private readonly Dictionary<string, ClassLines> sent = new(StringComparer.Ordinal);
    private readonly int[] counts = new int[Enum.GetValues<TicketClass>().Length];

    public WaitingLines(MatterGroups matters)
    {
        ArgumentNullException.ThrowIfNull(matters);
        Matters = matters;
        common = [.. Enumerable.Range(0, matters.Count).Select(_ => new ClassLines())];
    }

    public MatterGroups Matters { get; }

    public int Count { get; private set; }

    public int CountOf(TicketClass ticketClass) => counts[(int)ticketClass];

    /// <summary>How many wait of each class, in the order of <see cref="TicketClass"/>; a copy.</summary>
    public IReadOnlyList<int> CountsByClass() => [.. counts];

    /// <summary>How many wait whom a window may serve with the clerk now at it.</summary>
    public int CountFor(Window window)
    {
        ArgumentNullException.ThrowIfNull(window);
        var count = SentTo(window.Id)?.Count ?? 0;
        foreach (var group in window.Groups)
            count += common[group].Count;
        return count;
    }

    /// <summary>The lines of one matter group, without the tickets sent to a window.</summary>
    public ClassLines Of(int group) => common[group];

    /// <summary>The tickets sent to a window, null when there never was one.</summary>
    public ClassLines? SentTo(string window) => sent.Count == 0 ? null : sent.GetValueOrDefault(window);

    public void Join(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var lines = ticket.SentTo is { } window ? SentLines(window) : common[Matters.GroupOf(ticket.Matter)];
        ticket.Line = lines.LineOf(ticket);
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
        common.Concat(sent.Values).SelectMany(lines => lines.InOrder()).OrderBy(ticket => ticket.Place);

    private ClassLines SentLines(string window)
    {
        if (!sent.TryGetValue(window, out var lines))
            sent[window] = lines = new ClassLines();
        return lines;
    }
}
