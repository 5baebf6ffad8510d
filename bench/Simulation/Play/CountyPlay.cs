using System.Globalization;
using Yihao.Simulation.Clock;
using Yihao.Simulation.World;

namespace Yihao.Simulation.Play;

/// <summary>One day of the county under one policy, on the rules, from the first number to the last citizen.</summary>
internal sealed class CountyPlay
{
    private const long TickEvery = 10 * Span.Second;

    private readonly PlayedHall[] halls;
    private readonly Referee[] referees;
    private readonly Seat[][] seats;
    private readonly List<Visit>[] byNumber;
    private readonly bool[] ticking;
    private readonly BetweenHalls? between;

    public CountyPlay(CountyDay day, IReadOnlyList<HallPlan> plans, bool tiers)
    {
        halls = [.. plans.Select(plan => new PlayedHall(plan))];
        referees = [.. plans.Select(plan => new Referee(plan))];
        for (var h = 0; h < halls.Length; h++)
            halls[h].Heard = referees[h].Hear;
        seats = [.. Site.All.Select(s => Enumerable.Range(1, s.Windows).Select(w => new Seat(this, s, w)).ToArray())];
        byNumber = [.. Site.All.Select(_ => new List<Visit>())];
        ticking = new bool[halls.Length];
        Visits = [.. day.Citizens.Select(citizen => new Visit(citizen))];
        between = tiers ? new BetweenHalls(this, halls) : null;
        var absences = new Attendance(this);
        foreach (var seat in seats.SelectMany(s => s))
            Clock.At(Span.Clock(Hours.Opens), () => Act(seat.Site.Index, new OpenWindow(seat.Window, seat.Clerk)));
        foreach (var site in Site.All)
            Clock.At(Span.Clock(Hours.Opens), () => StandBy(site));
        Clock.At(Span.Clock(Hours.Closes), CloseIdle);
        foreach (var absence in day.Absences)
            Clock.At(absence.From, () => absences.Begin(absence));
    }

    public VirtualClock<Action> Clock { get; } = new();

    public IReadOnlyList<Visit> Visits { get; }

    public IEnumerable<Seat> Seats => seats.SelectMany(s => s);

    public IEnumerable<Referee> Referees => referees;

    public long Decided => halls.Sum(h => h.Decided);

    public Seat SeatOf(int hall, int window) => seats[hall][window - 1];

    public Hall HallAt(int hall) => halls[hall].Hall;

    public void Play()
    {
        // One citizen at a time: the clock holds the next arrival only.
        Arrive(0);
        while (Clock.Next(out var happening))
            happening();
        foreach (var seat in Seats)
            seat.Leave();
    }

    /// <summary>Asks the rules, also for what follows at once, and lets everybody concerned hear what happened.
    /// </summary>
    public IReadOnlyList<HallEvent> Act(int hall, HallCommand command)
    {
        var events = halls[hall].DoAndReact(command, Clock.Now);
        foreach (var happened in events)
            Follow(hall, happened);
        if (events.Count > 0 && halls[hall].Hall.Lines.Count > 0)
            KeepTicking(hall);
        between?.After(hall, events);
        return events;
    }

    /// <summary>The clerk presses Call next: a citizen of another hall if the rules say so, otherwise an own one.
    /// </summary>
    public void Next(Seat seat, bool finish)
    {
        if (between?.Ask(seat, finish) != true)
            Act(seat.Site.Index, new CallNext(seat.Window, finish));
    }

    /// <summary>Those who are idle, the longest first.</summary>
    public IEnumerable<Seat> IdleAt(int hall) =>
        seats[hall].Where(s => s.IsIdle).OrderBy(s => s.IdleSince).ThenBy(s => s.Number);

    public void Missed(Visit visit)
    {
        visit.Misses++;
        if (visit is { Misses: 1, Citizen.Returns: { } after } && Clock.Now + after < Span.Clock(Hours.LastNumber))
        {
            var key = new TicketKey(HallAt(visit.Citizen.Hall).Day, 'A', visit.Number);
            Clock.In(after, () => Act(visit.Citizen.Hall, new ReturnTicket(key)));
        }
    }

    private void Arrive(int next)
    {
        if (next == Visits.Count)
            return;
        var citizen = Visits[next].Citizen;
        Clock.At(citizen.At, () =>
        {
            byNumber[citizen.Hall].Add(Visits[next]);
            Visits[next].Number = byNumber[citizen.Hall].Count;
            var reason = citizen.Class == TicketClass.Priority ? "elder" : null;
            Act(citizen.Hall, new TakeNumber(citizen.Matter.Code, citizen.Class, reason));
            Arrive(next + 1);
        });
    }

    private void Follow(int hall, HallEvent happened)
    {
        switch (happened)
        {
            case NumberTaken or TicketReturned or MattersRerouted:
                CallIdle(hall);
                break;
            case TicketReleased released:
                Find(hall, released.Window)?.Emptied();
                CallIdle(hall);
                break;
            case TicketCalled called when Find(hall, called.Window) is { } seat:
                seat.Called(VisitOf(hall, called.Ticket));
                break;
            case TicketCalled called:
                // At a booth: the citizen is called now, and by camera in a moment.
                VisitOf(hall, called.Ticket).CalledAt = Clock.Now;
                break;
            case WindowCovered covered when covered.By == covered.Window:
                SeatOf(hall, int.Parse(covered.Window, CultureInfo.InvariantCulture)).Sit();
                break;
            case WindowCovered:
                CallIdle(hall);
                break;
            case WindowChanged changed:
                Changed(Find(hall, changed.Window)!, changed.Change);
                break;
        }
    }

    private Visit VisitOf(int hall, TicketKey ticket) =>
        byNumber[ticket.Home is { } home ? Site.IndexOf(home) : hall][ticket.Number - 1];

    /// <summary>Null for a booth.</summary>
    private Seat? Find(int hall, string window) =>
        int.TryParse(window, CultureInfo.InvariantCulture, out var number) ? SeatOf(hall, number) : null;

    /// <summary>Deputies are there all day; those of a village are away at noon, as its clerk is.</summary>
    private void StandBy(Site site)
    {
        foreach (var deputy in halls[site.Index].Hall.Plan.Clerks.Skip(site.Windows))
        {
            Act(site.Index, new StandBy(deputy.Clerk));
            if (site.Level != Level.Village)
                continue;
            var (from, to) = Hours.Lunch(site, 1);
            Clock.At(Span.Clock(from) - 1, () => Act(site.Index, new StandDown(deputy.Clerk)));
            Clock.At(Span.Clock(to), () => Act(site.Index, new StandBy(deputy.Clerk)));
        }
    }

    private static void Changed(Seat seat, WindowChange change)
    {
        if (change is WindowChange.Paused or WindowChange.Closed)
            seat.Leave();
        else if (change is WindowChange.Opened or WindowChange.Resumed)
            seat.Sit();
    }

    /// <summary>After hours a clerk goes home as soon as nobody of the hall waits any more.</summary>
    private void CloseIdle()
    {
        foreach (var seat in Seats.Where(s => s.IsIdle && halls[s.Site.Index].Hall.Lines.Count == 0))
            Act(seat.Site.Index, new CloseWindow(seat.Window));
        if (Seats.Any(s => s.Present))
            Clock.In(Span.Minute, CloseIdle);
    }

    private void CallIdle(int hall)
    {
        while (halls[hall].Hall.Lines.Count > 0)
        {
            if (!IdleAt(hall).ToList().Exists(seat => seat.TryCall()))
                return;
        }
    }

    /// <summary>The owner of a hall looks at the clock as long as anybody waits there.</summary>
    private void KeepTicking(int hall)
    {
        if (ticking[hall])
            return;
        ticking[hall] = true;
        Clock.In(TickEvery, () =>
        {
            ticking[hall] = false;
            Act(hall, new PassTime());
            referees[hall].Look(Clock.Now);
            if (halls[hall].Hall.Lines.Count > 0 || halls[hall].Hall.OverCap)
                KeepTicking(hall);
        });
    }
}
