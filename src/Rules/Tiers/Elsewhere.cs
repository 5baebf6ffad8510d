namespace Yihao.Rules;

/// <summary>
/// What a hall has heard of other halls' starving tickets: known for <see cref="Fresh"/>, never written. It says which
/// window should rather help than call its own; whether there is somebody to help, the home decides.
/// </summary>
public sealed class Elsewhere
{
    /// <summary>A hall that has said nothing for so long starves no more, as far as anybody knows.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly SortedDictionary<(string From, bool FromAbove), Heard> heard = [];

    /// <param name="hall">Who hears it: what comes back to it is its own.</param>
    /// <param name="fromAbove">From the hall above; otherwise from one below or beside.</param>
    public void Hear(string hall, HallReport report, bool fromAbove, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(report);
        List<StarvingHead> heads = [.. report.Heads.Where(head => head.Home != hall)];
        if (heads.Count == 0)
            heard.Remove((report.From, fromAbove));
        else
            heard[(report.From, fromAbove)] = new(heads, now);
    }

    /// <summary>The home had nothing to lend: not asked again before it says more.</summary>
    public void Forget(StarvingHead head)
    {
        foreach (var known in heard.Values)
            known.Heads.Remove(head);
    }

    public IEnumerable<StarvingHead> Heads(bool fromAbove, DateTimeOffset now)
    {
        foreach (var ((_, above), known) in heard)
        {
            if (above != fromAbove || now - known.At > Fresh)
                continue;
            foreach (var head in known.Heads)
                yield return head;
        }
    }

    /// <summary>
    /// Whom a window should serve by camera before its own, by the same order; null for nobody. A remote desk does so
    /// at any time, another window when nobody waits for it, or at most every so many calls. For a hall above only
    /// windows without anybody waiting do.
    /// </summary>
    public StarvingHead? Best(Hall hall, Window window, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(hall);
        ArgumentNullException.ThrowIfNull(window);
        if (heard.Count == 0 || hall.Clerk(window.Staffing.AtIt) is not { } clerk)
            return null;
        var own = Dispatch.Choose(hall, window, now);
        if (own.Ticket is not null && own.Rule != CallRule.Earliest)
            return null;
        var mayNow = own.Ticket is null || window.Plan.RemoteDesk || window.OwnCalls + 1 >= hall.Settings.RemoteEvery;
        var below = mayNow ? Earliest(Heads(false, now), clerk) : null;
        if (below is not null && (own.Ticket is null || below.Place < own.Ticket.Place))
            return below;
        return own.Ticket is null && hall.Settings.HelpsUp ? Earliest(Heads(true, now), clerk) : null;
    }

    private static StarvingHead? Earliest(IEnumerable<StarvingHead> heads, ClerkPlan clerk)
    {
        StarvingHead? earliest = null;
        foreach (var head in heads)
        {
            if (clerk.CanByCamera(head.Kin) && (earliest is null || head.Place < earliest.Place))
                earliest = head;
        }

        return earliest;
    }

    private sealed record Heard(List<StarvingHead> Heads, DateTimeOffset At);
}
