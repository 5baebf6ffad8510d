namespace Yihao.Rules.Tests.Model;

/// <summary>
/// Four numbers that fell: which command, for what, for which ticket, and how much time passed before it.
/// </summary>
internal readonly record struct Dice(int Kind, int What, int Which, int Time);

/// <summary>Turns dice into commands that are likely to mean something in the hall as it is.</summary>
internal static class RandomCommands
{
    private static readonly string[] Clerks = ["li", "wang", "zhao", "chen", "sun"];
    private static readonly string[] Windows = ["1", "2", "3", "10", "10"];
    private static readonly string[] Matters =
        [MatterPlan.None, "certs", "tax", "land", "certs", "tax", "far", "passport"];

    public static TimeSpan Wait(int time) => time switch
    {
        < 20 => TimeSpan.Zero,
        < 35 => TimeSpan.FromMilliseconds(500 * (time - 19)),
        < 70 => TimeSpan.FromSeconds(10 + (time - 35) % 12),
        < 86 => TimeSpan.FromSeconds(30 + 2 * (time - 70)),
        < 96 => TimeSpan.FromMinutes(time - 85),
        < 99 => TimeSpan.FromMinutes(25),
        _ => TimeSpan.FromHours(5),
    };

    public static HallCommand Command(NaiveHall hall, Dice dice)
    {
        var window = Windows[dice.What % Windows.Length];
        return dice.Kind switch
        {
            < 190 => Take(dice),
            < 330 => new CallNext(window, false),
            < 450 => new CallNext(window, true),
            < 540 => new RecallTicket(window),
            < 610 => new MissTicket(window),
            < 640 => new StartTicket(window),
            < 670 => new FinishTicket(window, dice.Which % 2 == 0 ? null : "done at once"),
            < 695 => new HoldTicket(window, null),
            < 720 => new HoldTicket(window, Ticket(hall, dice.Which)),
            < 735 => new ReleaseTicket(window),
            < 765 => Transfer(hall, window, dice, null),
            < 800 => Transfer(hall, window, dice, Ticket(hall, dice.Which)),
            < 840 => new ReturnTicket(Gone(hall, dice.Which)),
            < 860 => new CancelTicket(Ticket(hall, dice.Which)),
            < 880 => new CallTicket(window, Ticket(hall, dice.Which), dice.Which % 5 == 0 ? "" : "urgent"),
            < 905 => new OpenWindow(window, Clerks[dice.Which % Clerks.Length]),
            < 917 => new PauseWindow(window, new Pause(dice.Which % 6 == 0 ? "" : "lunch", null)),
            < 932 => new ResumeWindow(window),
            < 940 => new CloseWindow(window),
            < 950 => new LoseClerk(window),
            < 985 => new PassTime(),
            < 988 => new ResumeHall(),
            < 992 => new OpenWindow("9", "li"),
            _ => new PlanHall(RandomPlans.Changed(hall.Plan, dice)),
        };
    }

    private static TakeNumber Take(Dice dice)
    {
        var ticketClass = (dice.Which % 8) switch
        {
            0 or 1 => TicketClass.Priority,
            2 => TicketClass.Appointment,
            _ => TicketClass.Normal,
        };
        return new(Matters[dice.What % Matters.Length], ticketClass, dice.Which % 16 == 0 ? null : "elder");
    }

    private static TransferTicket Transfer(NaiveHall hall, string from, Dice dice, TicketKey? ticket)
    {
        var to = dice.Which % 3 == 0 ? null : Windows[dice.Which % Windows.Length];
        var matter = dice.What % 4 == 0 ? null : Matters[dice.Which % Matters.Length];
        return new(from, ticket, matter, dice.Which % 50 == 1 ? "8" : to, dice.Time % 10 == 0 ? "" : "wrong choice");
    }

    /// <summary>Mostly somebody who is still in the hall, sometimes anybody, rarely a number nobody has.</summary>
    private static TicketKey Ticket(NaiveHall hall, int which)
    {
        var among = which % 4 == 0 ? hall.Tickets : hall.Tickets.FindAll(t => !t.IsFinished);
        return among.Count == 0 || which % 40 == 3
            ? new TicketKey(hall.Day, 'A', 900)
            : among[which / 4 % among.Count].Key;
    }

    private static TicketKey Gone(NaiveHall hall, int which)
    {
        var gone = hall.Tickets.FindAll(t => t.State is TicketState.NoShow or TicketState.Held);
        return gone.Count == 0 || which % 6 == 0 ? Ticket(hall, which) : gone[which % gone.Count].Key;
    }
}
