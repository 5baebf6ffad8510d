namespace Yihao.Rules.Tests.Model;

/// <summary>
/// A hall as domain.md says it, the slow way: one list of tickets, sorted whenever somebody asks. Written without
/// looking at how Rules does it, so that both can be held against each other.
/// </summary>
internal sealed class NaiveHall
{
    public static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    public NaiveHall(HallPlan plan, DateTimeOffset at)
    {
        (Plan, UpSince, Now) = (plan, at, at);
        foreach (var window in plan.Windows)
            Windows.Add(window.Window, new NaiveWindow { Plan = window });
    }

    public HallPlan Plan { get; set; }

    public HallSettings Settings => Plan.Settings;

    public DateOnly Day { get; set; }

    public DateTimeOffset Now { get; private set; }

    public DateTimeOffset UpSince { get; set; }

    public bool OverCap { get; set; }

    public List<NaiveTicket> Tickets { get; } = [];

    public Dictionary<string, NaiveWindow> Windows { get; } = [];

    public Dictionary<char, int> Numbers { get; } = [];

    /// <summary>What happens because of the command at hand.</summary>
    private List<HallEvent> Said { get; } = [];

    public DateTimeOffset DayEnd => new(Day.AddDays(1).ToDateTime(Plan.DayBoundary), Zone);

    public IEnumerable<NaiveWindow> InOrder => Windows.Values.OrderBy(w => int.Parse(w.Id, null));

    /// <summary>Who waits, in the total order: effective arrival, arrival, number.</summary>
    public List<NaiveTicket> Waiting => Standing ??
    [
        .. Tickets.Where(t => t.State == TicketState.Waiting)
            .OrderBy(t => t.Effective).ThenBy(t => t.Arrival).ThenBy(t => t.Key.Prefix).ThenBy(t => t.Key.Number),
    ];

    /// <summary>The sorted list while nothing changes, so that a comparison need not sort for each question.</summary>
    public List<NaiveTicket>? Standing { get; set; }

    public NaiveTicket? Find(TicketKey key) => Tickets.Find(t => t.Key == key);

    public NaiveTicket? InHand(NaiveWindow window) => Tickets.SingleOrDefault(
        t => t.State is TicketState.Called or TicketState.Serving && t.Window == window.Id);

    public bool Knows(string matter) => Plan.Matters.Any(m => m.Matter == matter);

    public NaiveTicket? Offered(NaiveWindow window) =>
        Tickets.SingleOrDefault(t => t.State == TicketState.Offered && t.Window == window.Id);

    /// <summary>Deputies without a window.</summary>
    public List<string> Standby { get; } = [];

    /// <summary>By kind and skill; and what the window stands in for, by the kind of that one and the skill.</summary>
    public bool CanServe(NaiveWindow window, string matter)
    {
        matter = Knows(matter) ? matter : MatterPlan.None;
        return HasSkill(window.Clerk, matter) && (window.Plan.Serves.Contains(matter) || Windows.Values.Any(
            away => away.Plan.Serves.Contains(matter) && (away.CoveredBy == window.Id
                || (away.Rerouted.To.Contains(window.Id) && away.Rerouted.Matters.Any(m => WantTheSame(m, matter))))));
    }

    public bool HasSkill(string? clerk, string matter) =>
        Plan.Clerks.FirstOrDefault(c => c.Clerk == clerk)?.Skills?.Contains(matter) != false;

    public bool IsServed(string matter) => Plan.Windows.Any(w => w.Serves.Contains(matter));

    /// <summary>Two matters for which the same windows and the same clerks are there.</summary>
    public bool WantTheSame(string one, string other)
    {
        one = Knows(one) ? one : MatterPlan.None;
        other = Knows(other) ? other : MatterPlan.None;
        return Plan.Windows.All(w => w.Serves.Contains(one) == w.Serves.Contains(other))
            && Plan.Clerks.All(c => c.Skills is null || c.Skills.Contains(one) == c.Skills.Contains(other));
    }

    public (NaiveTicket? Ticket, CallRule Rule) Choose(NaiveWindow window)
    {
        var mine = Waiting.FindAll(
            t => t.SentTo == window.Id || (t.SentTo is null && CanServe(window, t.Matter)));
        if (mine.Count == 0)
            return (null, CallRule.Earliest);
        var oldest = mine.OrderBy(t => t.Counted).First();
        if (Now - oldest.Counted > Settings.WaitCap && !window.TookOldest)
            return (oldest, CallRule.Oldest);
        var without = mine.Find(t => t.HeadStart == TimeSpan.Zero && t.SentTo is null);
        if (window.InRow >= Settings.HeadStartsInRow && without is not null)
            return (without, CallRule.OneWithout);
        var sent = mine.Find(t => t.SentTo is not null);
        return sent is not null ? (sent, CallRule.SentHere) : (mine[0], CallRule.Earliest);
    }

    /// <summary>Those whom the windows able to serve it would call before it, if only places counted.</summary>
    public int Ahead(NaiveTicket ticket)
    {
        var before = Waiting.TakeWhile(t => t != ticket).ToList();
        if (ticket.SentTo is not null)
            return before.Count(t => t.SentTo == ticket.SentTo);
        var able = Windows.Values.Where(w => CanServe(w, ticket.Matter)).ToList();
        if (able.Exists(w => w.Mode == "open"))
            able.RemoveAll(w => w.Mode != "open");
        var sent = Waiting.Count(t => able.Exists(w => w.Id == t.SentTo));
        return sent + before.Count(t => t.SentTo is null
            && (WantTheSame(t.Matter, ticket.Matter) || able.Exists(w => CanServe(w, t.Matter))));
    }

    /// <summary>Does the command, and says what happened or why not.</summary>
    public string Do(HallCommand command, DateTimeOffset now)
    {
        Now = now;
        Said.Clear();
        var refused = command switch
        {
            TakeNumber take => NaiveCitizens.Take(this, take),
            CancelTicket cancel => NaiveCitizens.Cancel(this, cancel.Ticket),
            ReturnTicket back => NaiveCitizens.Return(this, back.Ticket),
            PassTime => NaiveTime.Pass(this),
            React => NaivePosts.React(this),
            StandBy come => NaivePosts.Come(this, come.Clerk),
            StandDown go => NaivePosts.Go(this, go.Clerk),
            TakeAway away => NaivePosts.TakeAway(this, away),
            ResumeHall => NaiveTime.Resume(this),
            PlanHall plan => NaiveTime.Replan(this, plan.Plan),
            WindowCommand at when !Windows.ContainsKey(at.Window) => "window-unknown",
            WindowCommand at => NaiveClerks.Do(this, Windows[at.Window], at),
            _ => throw new InvalidOperationException($"the model does not know {command}"),
        };
        return refused ?? string.Join('\n', Said.Select(Trace.Of));
    }

    public void Say(HallEvent happened) => Said.Add(happened);

    /// <summary>Sent to a window, as long as a clerk with the skill has it; else anybody's.</summary>
    public string? StillSentTo(NaiveTicket ticket) =>
        ticket.SentTo is { } sent && Windows.TryGetValue(sent, out var window)
            && (window.Mode == "open" || (window.Mode == "paused" && window.CoveredBy is null))
            && CanServe(window, ticket.Matter)
            ? sent
            : null;

    public void Wait(NaiveTicket ticket)
    {
        (ticket.State, ticket.Window, ticket.Inferred) = (TicketState.Waiting, null, false);
        ticket.SentTo = StillSentTo(ticket);
    }

    public void SendAllBack(NaiveWindow window)
    {
        foreach (var ticket in Waiting.Where(t => t.SentTo == window.Id))
            ticket.SentTo = null;
    }
}
