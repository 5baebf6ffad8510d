namespace Yihao.Simulation.Play;

/// <summary>
/// Watches one hall by its events alone, first come, first called within class and matter; nobody
/// beyond the cap without the alarm and every second call for the oldest.
/// </summary>
internal sealed class Referee(HallPlan plan)
{
    /// <summary>The owner looks at the clock every 10 s: an alarm may be late by as much.</summary>
    private static readonly long Late = TimeSpan.FromSeconds(11).Ticks;

    private readonly Dictionary<TicketKey, Stand> tickets = [];
    private readonly Dictionary<(TicketClass, string), SortedSet<Stand>> lines = [];
    private readonly HashSet<string> tookOldest = [];
    private readonly Dictionary<string, HashSet<string>> serves = [];
    private bool alarmed;

    public long Calls { get; private set; }

    public long OutOfOrder { get; private set; }

    public long CallsOfOldest { get; private set; }

    public long OldestPassedOver { get; private set; }

    public long AlarmMissing { get; private set; }

    public void Hear(HallEvent happened, long now)
    {
        // A guest on loan stands in the lines of his home alone.
        if (happened is TicketEvent { Ticket.Home: not null })
            return;
        switch (happened)
        {
            case NumberTaken taken:
                tickets[taken.Ticket] = Stand.Of(taken, Ticks(now));
                Join(taken.Ticket);
                break;
            case TicketReturned returned:
                tickets[returned.Ticket] = tickets[returned.Ticket] with
                {
                    Effective = returned.Effective.UtcTicks,
                    SentTo = returned.SentTo,
                };
                Join(returned.Ticket);
                break;
            case TicketTransferred moved:
                tickets[moved.Ticket] = tickets[moved.Ticket] with { Matter = moved.Matter, SentTo = moved.SentTo };
                Join(moved.Ticket);
                break;
            case TicketReleased released:
                tickets[released.Ticket] = tickets[released.Ticket] with { SentTo = released.SentTo };
                Join(released.Ticket);
                break;
            case TicketCalled called:
                Judge(called, Ticks(now));
                break;
            case NoticeGiven { Notice: NoticeKind.WaitOverCap or NoticeKind.WaitUnderCap } notice:
                alarmed = notice.Notice == NoticeKind.WaitOverCap;
                break;
        }
    }

    /// <summary>After the owner looked at the clock.</summary>
    public void Look(long now)
    {
        var oldest = lines.Values.Where(l => l.Count > 0).Min(l => (long?)l.Min!.Counted);
        if (oldest is { } since && Ticks(now) - since > plan.Settings.WaitCap.Ticks + Late && !alarmed)
            AlarmMissing++;
    }

    private static long Ticks(long now) => Clock.Span.Instant(now).UtcTicks;

    private SortedSet<Stand> LineOf(Stand stand)
    {
        if (!lines.TryGetValue((stand.Class, stand.Matter), out var line))
            lines[(stand.Class, stand.Matter)] = line = [];
        return line;
    }

    private void Join(TicketKey key)
    {
        if (tickets[key].SentTo is null)
            LineOf(tickets[key]).Add(tickets[key]);
    }

    private void Judge(TicketCalled called, long now)
    {
        Calls++;
        var stand = tickets[called.Ticket];
        var line = LineOf(stand);
        if (called.Rule != CallRule.ByHand && stand.SentTo is null && line.Min != stand)
            OutOfOrder++;
        if (IsPassedOver(called, stand, now))
            OldestPassedOver++;
        line.Remove(stand);
        if (called.Rule == CallRule.Oldest)
            CallsOfOldest++;
        if (called.Rule == CallRule.Oldest)
            tookOldest.Add(called.Window);
        else
            tookOldest.Remove(called.Window);
    }

    /// <summary>
    /// Somebody beyond the cap whom this window serves has waited longer, and it was this window's turn for the oldest.
    /// A booth serves whom the clerk of the other hall can, which is not known here.
    /// </summary>
    private bool IsPassedOver(TicketCalled called, Stand stand, long now) =>
        !tookOldest.Contains(called.Window)
        && plan.Windows.Any(w => w.Window == called.Window)
        && OldestFor(called) is { } oldest
        && now - oldest.Counted > plan.Settings.WaitCap.Ticks
        && stand.Counted > oldest.Counted;

    /// <summary>Who has waited longest of those the window may serve.</summary>
    private Stand? OldestFor(TicketCalled called)
    {
        var served = ServedBy(called);
        Stand? oldest = null;
        foreach (var ((_, matter), line) in lines)
        {
            if (line.Count > 0 && served.Contains(matter) && (oldest is null || line.Min!.Counted < oldest.Counted))
                oldest = line.Min;
        }

        return oldest;
    }

    private HashSet<string> ServedBy(TicketCalled called)
    {
        if (!serves.TryGetValue(called.Window + " " + called.Clerk, out var served))
        {
            var clerk = plan.Clerks.First(c => c.Clerk == called.Clerk);
            served = [.. plan.Windows.First(w => w.Window == called.Window).Serves.Where(clerk.Can)];
            serves[called.Window + " " + called.Clerk] = served;
        }

        return served;
    }

    /// <summary>Where a ticket stands: effective arrival, then arrival, then number.</summary>
    /// <param name="Effective">In ticks, as the arrival.</param>
    private sealed record Stand(long Effective, long Arrival, int Number, TicketClass Class, string Matter,
        long HeadStart, string? SentTo) : IComparable<Stand>
    {
        public long Counted => Effective + HeadStart;

        public static Stand Of(NumberTaken taken, long now) => new(
            now - taken.HeadStart.Ticks, now, taken.Ticket.Number, taken.Class, taken.Matter, taken.HeadStart.Ticks,
            null);

        public int CompareTo(Stand? other) => other is null
            ? 1
            : (Effective, Arrival, Number).CompareTo((other.Effective, other.Arrival, other.Number));
    }
}
