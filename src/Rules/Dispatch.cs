namespace Yihao.Rules;

/// <summary>
/// Which ticket for this window. Looks at the head of each line the window may serve, never into a line: the cost does
/// not grow with the length of the queue, and nothing is allocated.
/// </summary>
public static class Dispatch
{
    public static Choice Choose(Hall hall, Window window, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(hall);
        ArgumentNullException.ThrowIfNull(window);
        return Choose(hall, window, window.Groups, now);
    }

    /// <summary>The same for a place that may serve these groups: a booth, for the clerk of another hall.</summary>
    internal static Choice Choose(Hall hall, Window window, int[] groups, DateTimeOffset now)
    {
        var sent = hall.Lines.SentTo(window.Id);
        var heads = Heads.Of(hall, groups);
        if (!window.TookOldest && Oldest(sent?.Oldest, heads.Oldest) is { } oldest
            && now - oldest.CountedArrival > hall.Settings.WaitCap)
            return new(oldest, CallRule.Oldest);
        if (window.HeadStartsInRow >= hall.Settings.HeadStartsInRow && heads.Without is { } without)
            return new(without, CallRule.OneWithout);
        return sent?.Earliest is { } direct ? new(direct, CallRule.SentHere) : new(heads.Earliest, CallRule.Earliest);
    }

    /// <summary>Who has waited longest in the whole hall, as the order counts it.</summary>
    public static Ticket? LongestWaiting(Hall hall)
    {
        ArgumentNullException.ThrowIfNull(hall);
        Ticket? longest = null;
        for (var group = 0; group < hall.Lines.Matters.Count; group++)
            longest = Oldest(longest, hall.Lines.Of(group).Oldest);
        foreach (var window in hall.WindowsById.Values)
            longest = Oldest(longest, hall.Lines.SentTo(window.Id)?.Oldest);
        return longest;
    }

    /// <summary>Who has waited longest of those a window may serve.</summary>
    internal static Ticket? LongestWaiting(Hall hall, Window window) =>
        Oldest(hall.Lines.SentTo(window.Id)?.Oldest, Heads.Of(hall, window.Groups).Oldest);

    internal static Ticket? Oldest(Ticket? one, Ticket? other)
    {
        if (one is null || other is null)
            return one ?? other;
        var (first, second) = (one.CountedArrival, other.CountedArrival);
        return first < second || (first == second && one.Place <= other.Place) ? one : other;
    }

    internal static Ticket? Earliest(Ticket? one, Ticket? other) =>
        one is null || (other is not null && other.Place < one.Place) ? other : one;

    /// <summary>The three heads that matter among all lines a window may serve.</summary>
    private readonly record struct Heads(Ticket? Earliest, Ticket? Without, Ticket? Oldest)
    {
        public static Heads Of(Hall hall, int[] groups)
        {
            Ticket? earliest = null, without = null, oldest = null;
            foreach (var group in groups)
            {
                foreach (var line in hall.Lines.Of(group).Lines)
                {
                    if (line.Head is not { } head)
                        continue;
                    earliest = Dispatch.Earliest(earliest, head);
                    oldest = Dispatch.Oldest(oldest, head);
                    if (!head.HasHeadStart)
                        without = Dispatch.Earliest(without, head);
                }
            }

            return new(earliest, without, oldest);
        }
    }
}

/// <summary>What dispatch chose, and why; no ticket when nobody waits whom the window may serve.</summary>
public readonly record struct Choice(Ticket? Ticket, CallRule Rule);
