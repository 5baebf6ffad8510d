namespace Yihao.Rules;

/// <summary>
/// A hall: its windows, its tickets, its lines. <see cref="Apply"/> is the only writer; everything that decides reads.
/// Used from one thread at a time.
/// </summary>
public sealed class Hall
{
    internal Hall(HallPlan plan)
    {
        Plan = plan;
        Clock = new BusinessClock(plan.Zone, plan.DayBoundary);
        Lines = new WaitingLines(new MatterGroups(plan));
        SetClerks(plan);
    }

    public HallPlan Plan { get; internal set; }

    public HallSettings Settings => Plan.Settings;

    public BusinessClock Clock { get; internal set; }

    /// <summary>The open business day; <see cref="DateOnly.MinValue"/> before the first.</summary>
    public DateOnly Day { get; internal set; }

    /// <summary>When the open business day ends.</summary>
    public DateTimeOffset DayEndsAt { get; internal set; }

    /// <summary>Place of the last event in the hall's ledger.</summary>
    public long Seq { get; internal set; }

    /// <summary>Time of the last event: nothing happens before it.</summary>
    public DateTimeOffset LastAt { get; internal set; }

    /// <summary>Since when the hall has been up without a break: spans of an outage do not count.</summary>
    public DateTimeOffset UpSince { get; internal set; }

    /// <summary>Somebody waits longer than the cap.</summary>
    public bool OverCap { get; internal set; }

    public WaitingLines Lines { get; internal set; }

    public AcceptedRequests Accepted { get; } = new();

    public ServiceTimes ServiceTimes { get; } = new();

    public RecentCalls Calls { get; } = new();

    internal Dictionary<TicketKey, Ticket> TicketsByKey { get; } = [];

    internal WindowTable WindowsById { get; } = new();

    /// <summary>The few tickets on hold, so that the clock need not look at all.</summary>
    internal HashSet<Ticket> Held { get; } = [];

    internal Dictionary<char, int> LastNumbers { get; } = [];

    /// <summary>Deputies who are there without a window, in the order they came.</summary>
    public IReadOnlyList<string> Standby => StandbyClerks;

    internal List<string> StandbyClerks { get; } = [];

    /// <summary>Citizens of other halls whom windows here serve by camera.</summary>
    public IEnumerable<Loan> Loans => LoansById.Values;

    public bool HasLoans => LoansById.Count > 0;

    internal SortedDictionary<string, Loan> LoansById { get; } = new(StringComparer.Ordinal);

    /// <summary>Loans and moves that are over here.</summary>
    public SettledIds Settled { get; } = new();

    /// <summary>Matters, one of each group, that other halls may serve by camera now.</summary>
    public IReadOnlyDictionary<string, OverflowCause> Overflow => OverflowByMatter;

    internal SortedDictionary<string, OverflowCause> OverflowByMatter { get; } = new(StringComparer.Ordinal);

    /// <summary>Tickets that another hall was asked to take.</summary>
    public IEnumerable<Ticket> Moving => MovingTickets;

    public bool HasMoving => MovingTickets.Count > 0;

    internal HashSet<Ticket> MovingTickets { get; } = [];

    /// <summary>How good the estimates of this day were.</summary>
    public EstimateErrors EstimateErrors { get; internal set; } = EstimateErrors.None;

    public Loan? Loan(string id) => LoansById.GetValueOrDefault(id);

    public IEnumerable<Ticket> Tickets => TicketsByKey.Values;

    /// <summary>
    /// Nobody waits, is at a window, on the way or held: until somebody comes, only the end of the day is due.
    /// </summary>
    public bool IsAtRest => Lines.Count == 0 && Held.Count == 0 && LoansById.Count == 0 && MovingTickets.Count == 0
        && OverflowByMatter.Count == 0 && !OverCap
        && WindowsById.Values.All(w => w is { InHand: null, Offer: null, Asking: null });

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<Window> Windows => WindowsById.Values;

    public Ticket? Ticket(TicketKey key) => TicketsByKey.GetValueOrDefault(key);

    public Window? Window(string id) => WindowsById.GetValueOrDefault(id);

    /// <summary>Held tickets by the end of their hold.</summary>
    public IEnumerable<Ticket> HeldInOrder() => Held.OrderBy(t => ((TicketPhase.Held)t.Phase).Until).ThenBy(t => t.Key);

    /// <summary>The plan of a clerk; null for nobody, or nobody of this hall's posts.</summary>
    public ClerkPlan? Clerk(string? id) =>
        id is not null && ClerksById.TryGetValue(id, out var clerk) ? clerk : null;

    internal Dictionary<string, ClerkPlan> ClerksById { get; } = new(StringComparer.Ordinal);

    public int LastNumber(char prefix) => LastNumbers.GetValueOrDefault(prefix);

    /// <summary>
    /// The window a ticket was sent to, as long as somebody there can serve it; null when anybody may call it, because
    /// it was sent nowhere or its clerk has gone meanwhile.
    /// </summary>
    internal string? Reachable(Ticket ticket) =>
        ticket.SentTo is { } sent && Window(sent)?.Awaits(Lines.Matters.GroupOf(ticket.Matter)) == true ? sent : null;

    internal void SetClerks(HallPlan plan)
    {
        ClerksById.Clear();
        foreach (var clerk in plan.Clerks)
            ClerksById.TryAdd(clerk.Clerk, clerk);
    }

    /// <summary>A hall at the first event of its ledger.</summary>
    public static Hall Begin(Recorded first)
    {
        if (first.Event is not HallPlanned planned)
            throw new InvalidOperationException($"a ledger begins with hallPlanned, not with {first.Event.Kind}");
        var hall = new Hall(planned.Plan) { UpSince = first.At };
        hall.Apply(first);
        return hall;
    }

    /// <summary>Makes what happened true. An event that does not fit is a broken ledger and throws.</summary>
    public void Apply(Recorded recorded)
    {
        Seq++;
        LastAt = recorded.At;
        switch (recorded.Event)
        {
            case TicketEvent ticketEvent:
                ApplyTickets.Apply(this, ticketEvent, recorded.At);
                break;
            case WindowChanged changed:
                ApplyWindows.Apply(this, changed, recorded.At);
                break;
            case WindowCovered or WindowUncovered or MattersRerouted or StandbyChanged or RestSet:
                ApplyPosts.Apply(this, recorded.Event);
                break;
            case OverflowChanged or BoothTaken or BoothFreed:
            case LoanRefused or LoanAsked or LoanWithdrawn or LoanSettled:
                ApplyTiers.Apply(this, recorded.Event, recorded.At);
                break;
            default:
                ApplyHall.Apply(this, recorded.Event, recorded.At);
                break;
        }

        if (recorded.Request is { } request)
            Accepted.Add(request, recorded.At, OutcomeOf(recorded.Event));
    }

    private Outcome OutcomeOf(HallEvent happened)
    {
        var window = happened.AtWindow;
        if (window is not null)
        {
            var at = WindowsById[window];
            return new(Seq, at.InHand?.Key, at.InHand?.State, window, at.Staffing.AtIt, at.State);
        }

        var ticket = (happened as TicketEvent)?.Ticket;
        return new(Seq, ticket, ticket is { } key ? Ticket(key)?.State : null, null, null, null);
    }
}
