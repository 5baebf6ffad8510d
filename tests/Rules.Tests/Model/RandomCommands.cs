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
        // The clock looks several times a second: what a lost clerk has called does not wait for long.
        var isLost = hall.InOrder.Any(w => w.Mode == "gone" && hall.InHand(w) is { State: TicketState.Called });
        return dice.Kind switch
        {
            _ when isLost && dice.What % 3 == 0 => new PassTime(),
            < 190 => Take(dice),
            < 290 => new CallNext(window, false),
            < 400 => new CallNext(window, true),
            < 424 => new AcceptOffer(window),
            < 433 => new DeclineOffer(window, dice.Which % 4 == 0 ? "" : "copier jammed"),
            < 441 => dice.Which % 2 == 0 ? new MissSigns(window) : new HearSigns(Silent(hall) ?? window),
            < 445 => new SetRest(window, TimeSpan.FromSeconds(dice.Which % 4 * 15 - 5)),
            < 457 => Standby(dice),
            < 467 => new TakeAway(InHand(hall, dice.Which), dice.Time % 5 == 0 ? "" : "clerk is gone"),
            < 533 => new RecallTicket(window),
            < 610 => new MissTicket(window),
            < 640 => new StartTicket(window),
            < 670 => new FinishTicket(window, dice.Which % 2 == 0 ? null : "done at once"),
            < 695 => new HoldTicket(window, null),
            < 720 => new HoldTicket(window, Ticket(hall, dice.Which)),
            < 735 => new ReleaseTicket(window),
            < 765 => Transfer(hall, window, dice, null),
            < 800 => Transfer(hall, window, dice, Ticket(hall, dice.Which)),
            < 843 => new ReturnTicket(Gone(hall, dice.Which)),
            < 860 => new CancelTicket(Ticket(hall, dice.Which)),
            < 880 => new CallTicket(window, Ticket(hall, dice.Which), dice.Which % 5 == 0 ? "" : "urgent"),
            < 885 => ComeBack(hall, window),
            < 905 => new OpenWindow(window, Clerks[dice.Which % Clerks.Length]),
            < 920 => new PauseWindow(window, new Pause(dice.Which % 6 == 0 ? "" : "lunch", null)),
            < 932 => new ResumeWindow(window),
            < 940 => new CloseWindow(window),
            < 957 => new LoseClerk(dice.Which % 2 == 0 ? window : Calling(hall) ?? window),
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

    /// <summary>The first clerk comes back to where a deputy sits, if one does.</summary>
    private static OpenWindow ComeBack(NaiveHall hall, string window)
    {
        var at = hall.InOrder.FirstOrDefault(w => w is { Mode: "open", Post: Post.B })
            ?? hall.Windows.GetValueOrDefault(window);
        return new(at?.Id ?? window, at?.Plan.PostA ?? "li");
    }

    private static string? Silent(NaiveHall hall) => hall.InOrder.FirstOrDefault(w => w.Silent)?.Id;

    private static string? Calling(NaiveHall hall) => hall.InOrder.LastOrDefault(
        w => w.Mode == "open" && hall.InHand(w) is { State: TicketState.Called })?.Id;

    private static HallCommand Standby(Dice dice)
    {
        var clerk = dice.Which % 20 == 0 ? "stranger" : Clerks[dice.What % Clerks.Length];
        return dice.Which % 3 == 1 ? new StandDown(clerk) : new StandBy(clerk);
    }

    private static TicketKey InHand(NaiveHall hall, int which)
    {
        var gone = hall.Windows.Values.Where(w => w.Mode == "gone").Select(hall.InHand).OfType<NaiveTicket>().ToList();
        return gone.Count == 0 ? Ticket(hall, which) : gone[which % gone.Count].Key;
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
        // Who comes back at once is in the hall still, mostly.
        var latest = gone.Where(t => t.State == TicketState.NoShow).MaxBy(t => t.GoneAt);
        if (which % 6 == 0 || gone.Count == 0)
            return Ticket(hall, which);
        return which % 2 == 0 && latest is not null ? latest.Key : gone[which % gone.Count].Key;
    }
}
