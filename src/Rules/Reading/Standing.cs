namespace Yihao.Rules;

/// <summary>
/// Where a waiting ticket stands, from the same order that dispatch follows. "Ahead" is its rank among the tickets that
/// the windows able to serve it would call before it: those sent to these windows, and in the lines they serve those
/// with an earlier place. It shrinks by itself and grows only when somebody with a head start comes.
/// </summary>
/// <param name="Ahead">Tickets before it.</param>
/// <param name="Before">The ticket directly before it in the lines, if any.</param>
/// <param name="WindowsOpen">Open windows that may call it.</param>
public readonly record struct Standing(int Ahead, Ticket? Before, int WindowsOpen)
{
    public static Standing Of(Hall hall, Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(hall);
        ArgumentNullException.ThrowIfNull(ticket);
        return ticket.SentTo is { } window ? Sent(hall, ticket, window) : InLine(hall, ticket);
    }

    private static Standing Sent(Hall hall, Ticket ticket, string window)
    {
        var open = hall.Window(window) is { Staffing: Staffing.Open } ? 1 : 0;
        // One that is offered stands in no line; a new plan may have left none for its window.
        if (hall.Lines.SentTo(window) is not { } lines)
            return new(0, null, open);
        return new(lines.CountBefore(ticket.Place), lines.LastBefore(ticket.Place), open);
    }

    /// <summary>
    /// The same without the ticket before it, of one that is sent to no window: every number that is taken asks this.
    /// </summary>
    public static Standing OfNewcomer(Hall hall, Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(hall);
        ArgumentNullException.ThrowIfNull(ticket);
        return InLine(hall, ticket, false);
    }

    private static Standing InLine(Hall hall, Ticket ticket, bool withBefore = true)
    {
        var group = hall.Lines.Matters.GroupOf(ticket.Matter);
        var open = 0;
        foreach (var window in hall.WindowsById.Values)
            open += window.Staffing is Staffing.Open && window.Groups.AsSpan().Contains(group) ? 1 : 0;
        Span<bool> reached = stackalloc bool[hall.Lines.Matters.Count];
        reached[group] = true;
        var ahead = 0;
        foreach (var window in hall.WindowsById.Values)
        {
            if ((open > 0 && window.Staffing is not Staffing.Open) || !window.Groups.AsSpan().Contains(group))
                continue;
            ahead += hall.Lines.SentTo(window.Id)?.Count ?? 0;
            foreach (var served in window.Groups)
                reached[served] = true;
        }

        Ticket? before = null;
        for (var other = 0; other < reached.Length; other++)
        {
            if (!reached[other])
                continue;
            ahead += hall.Lines.Of(other).CountBefore(ticket.Place);
            if (withBefore)
                before = Later(before, hall.Lines.Of(other).LastBefore(ticket.Place));
        }

        return new(ahead, before, open);
    }

    private static Ticket? Later(Ticket? one, Ticket? other) =>
        one is null || (other is not null && other.Place > one.Place) ? other : one;
}
