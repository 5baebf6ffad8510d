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
        if (Chance.Percent(34))
            return Errand.Of("kiosk", id, Take());
        if (Chance.Percent(7))
            return Errand.Of("guide", id, Chance.Percent(40) ? new CancelTicket(Ticket()) : new ReturnTicket(Ticket()));
        var window = Chance.Of(Windows);
        return Errand.Of("window:" + window, id, AtWindow(window));
    }

    public Errand Lost() => Errand.Unasked(new LoseClerk(Chance.Of(Windows)));

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

    private WindowCommand AtWindow(string window) => Chance.Below(24) switch
    {
        < 9 => new CallNext(window, Chance.Percent(60)),
        9 or 10 => new RecallTicket(window),
        11 => new StartTicket(window),
        12 or 13 => new FinishTicket(window, Chance.Percent(50) ? "done" : null),
        14 or 15 => new MissTicket(window),
        16 => new HoldTicket(window, Chance.Percent(40) ? Ticket() : null),
        17 => new ReleaseTicket(window),
        18 => Transfer(window),
        19 => new CallTicket(window, Ticket(), "a reason"),
        20 => new PauseWindow(window, new Pause("lunch", Chance.Percent(50) ? world.Clock.Now : null)),
        21 => new ResumeWindow(window),
        22 => Chance.Percent(40) ? new CloseWindow(window) : new ResumeWindow(window),
        _ => new OpenWindow(window, Chance.Of(Clerks)),
    };

    private TransferTicket Transfer(string window) => new(
        window,
        Chance.Percent(30) ? Ticket() : null,
        Chance.Percent(50) ? Chance.Of(Matters) : null,
        Chance.Percent(50) ? Chance.Of(Windows) : null,
        Chance.Percent(95) ? "a reason" : string.Empty);

    /// <summary>One of those that are known, or one that never was.</summary>
    private TicketKey Ticket()
    {
        var known = world.Auditor.Book.Tickets.Keys.Order().ToList();
        return known.Count > 0 && Chance.Percent(95)
            ? Chance.Of(known)
            : new TicketKey(DateOnly.FromDateTime(world.Clock.Now.DateTime), 'A', 999);
    }
}
