namespace Yihao.Simulation.Tests;

/// <summary>Citizens and clerks: what they want next, likely things mostly and wrong things too.</summary>
internal sealed class Callers(World world)
{
    private static readonly string[] Matters = ["", "card", "card", "permit", "help", "tax"];

    private static readonly string[] Windows = ["1", "2", "3", "4"];

    private static readonly string[] Clerks = ["li", "wang", "zhao", "qian", "sun"];

    private int asked;

    private Chance Chance => world.Chance;

    public Errand Next()
    {
        var id = $"r{asked++}";
        if (Chance.Percent(26))
            return Errand.Of("kiosk", id, Take());
        if (Chance.Percent(12))
            return Errand.Of("guide", id, Chance.Percent(70) ? new ReturnTicket(Gone()) : new CancelTicket(Ticket()));
        if (Chance.Percent(6))
            return Errand.Of("supervisor", id, Supervise());
        var window = Window();
        return Errand.Of("window:" + window, id, AtWindow(window));
    }

    public Errand Lost() => Errand.Unasked(Chance.Below(4) switch
    {
        0 => new MissSigns(Window()),
        1 => new HearSigns(Window()),
        _ => new LoseClerk(Window()),
    });

    /// <summary>The clerk who belongs there, so that a day can begin.</summary>
    public Errand Opening(int window) => Errand.Of(
        "window:" + Windows[window], $"r{asked++}", new OpenWindow(Windows[window], Clerks[window]));

    public Errand Take(string matter) => Errand.Of(
        "kiosk", $"r{asked++}", new TakeNumber(matter, TicketClass.Normal, null));

    private TakeNumber Take()
    {
        var of = Chance.Percent(70) ? TicketClass.Normal
            : Chance.Percent(70) ? TicketClass.Priority : TicketClass.Appointment;
        var reason = of == TicketClass.Priority && !Chance.Percent(5) ? "elder" : null;
        return new(Chance.Percent(2) ? "nothing-known" : Chance.Of(Matters), of, reason);
    }

    private HallCommand Supervise() => Chance.Below(4) switch
    {
        0 => new StandBy(Chance.Of(Clerks)),
        1 => new StandDown(Chance.Of(Clerks)),
        _ => new TakeAway(
            Chance.Percent(50) && world.Auditor.Book.Hands.Count > 0
                ? Chance.Of(world.Auditor.Book.Hands.Values.Order().ToList())
                : Ticket(),
            Chance.Percent(90) ? "a reason" : string.Empty),
    };

    /// <summary>Mostly what a clerk would do next, sometimes anything.</summary>
    private WindowCommand AtWindow(string window)
    {
        if (Chance.Percent(12))
            return Anything(window);
        if (world.Auditor.Truth?.Window(window)?.Offer is not null && Chance.Percent(80))
            return Chance.Percent(70) ? new AcceptOffer(window) : new DeclineOffer(window, "form missing");
        if (world.Auditor.Book.Hands.ContainsKey(window))
            return WithTicket(window);
        return world.Auditor.Truth?.Window(window) is { Staffing: not Staffing.Open } && Chance.Percent(80)
            ? new OpenWindow(window, ClerkOf(window))
            : WithoutTicket(window);
    }

    private WindowCommand WithTicket(string window) => Chance.Below(20) switch
    {
        < 5 => new RecallTicket(window),
        < 10 => new MissTicket(window),
        < 12 => new StartTicket(window),
        < 14 => new FinishTicket(window, "done"),
        < 16 => new HoldTicket(window, null),
        16 => new ReleaseTicket(window),
        17 => Transfer(window),
        18 => new PauseWindow(window, new Pause("lunch", null)),
        _ => new CallNext(window, true),
    };

    private WindowCommand WithoutTicket(string window) => Chance.Below(20) switch
    {
        < 12 => new CallNext(window, Chance.Percent(30)),
        12 => new HoldTicket(window, Ticket()),
        13 => new CallTicket(window, Ticket(), "a reason"),
        14 => Transfer(window),
        15 => new PauseWindow(window, new Pause("lunch", null)),
        16 => new ResumeWindow(window),
        17 => new CloseWindow(window),
        _ => new CallNext(window, false),
    };

    private WindowCommand Anything(string window) => Chance.Below(17) switch
    {
        14 => new AcceptOffer(window),
        15 => new DeclineOffer(window, Chance.Percent(80) ? "form missing" : string.Empty),
        16 => new SetRest(window, TimeSpan.FromSeconds(Chance.Below(20))),
        0 => new CallNext(window, Chance.Percent(50)),
        1 => new RecallTicket(window),
        2 => new StartTicket(window),
        3 => new FinishTicket(window, null),
        4 => new MissTicket(window),
        5 => new HoldTicket(window, Chance.Percent(50) ? Ticket() : null),
        6 => new ReleaseTicket(window),
        7 => Transfer(window),
        8 => new CallTicket(window, Ticket(), Chance.Percent(80) ? "a reason" : string.Empty),
        9 => new PauseWindow(window, new Pause("lunch", Chance.Percent(50) ? world.Clock.Now : null)),
        10 => new ResumeWindow(window),
        11 => new CloseWindow(window),
        12 => new LoseClerk(window),
        _ => new OpenWindow(window, Chance.Of(Clerks)),
    };

    private string Window() => Chance.Percent(96) ? Windows[Chance.Below(3)] : Chance.Percent(80) ? "4" : "9";

    private static string ClerkOf(string window) => Clerks[Math.Max(0, Array.IndexOf(Windows, window))];

    private TransferTicket Transfer(string window) => new(
        window,
        Chance.Percent(30) ? Ticket() : null,
        Chance.Percent(50) ? Chance.Of(Matters) : null,
        Chance.Percent(50) ? Chance.Of(Windows) : null,
        Chance.Percent(95) ? "a reason" : string.Empty);

    /// <summary>Somebody who was called and did not come, or who is held.</summary>
    private TicketKey Gone()
    {
        var gone = world.Auditor.Book.Tickets
            .Where(t => t.Value.State is TicketState.NoShow or TicketState.Held).Select(t => t.Key).Order().ToList();
        return gone.Count > 0 && Chance.Percent(90) ? Chance.Of(gone) : Ticket();
    }

    /// <summary>One of those that are known, or one that never was.</summary>
    private TicketKey Ticket()
    {
        var known = world.Auditor.Book.Tickets.Keys.Order().ToList();
        return known.Count > 0 && Chance.Percent(95)
            ? Chance.Of(known)
            : new TicketKey(DateOnly.FromDateTime(world.Clock.Now.DateTime), 'A', 999);
    }
}
