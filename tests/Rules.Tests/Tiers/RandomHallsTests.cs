namespace Yihao.Rules.Tests.Tiers;

/// <summary>
/// Two halls, their citizens and clerks at random, and letters that come late, twice, in another order or never, with
/// either hall restarted at any moment. After every step each ticket is in one place; in the end all know the same.
/// </summary>
public class RandomHallsTests
{
    private const int Runs = 60;
    private const int Steps = 220;

    [Fact]
    public void A_ticket_is_in_one_place_whatever_becomes_of_the_letters()
    {
        var seen = new Dictionary<string, int>();
        for (var run = 0; run < Runs; run++)
        {
            var halls = Play(run);
            foreach (var happened in halls.Home.Happened.Concat(halls.Helper.Happened))
                seen[happened.Kind] = seen.GetValueOrDefault(happened.Kind) + 1;
        }

        string[] wanted =
        [
            "boothTaken", "boothFreed", "loanAsked", "loanWithdrawn", "loanSettled", "loanRefused", "guestCame",
            "moveBegun", "moved", "moveFailed", "offered", "offerEnded", "noShow", "overflow",
        ];
        Assert.All(wanted, kind => Assert.True(seen.GetValueOrDefault(kind) >= 10, $"{kind}: too rare"));
    }

    private static TwoHalls Play(int run)
    {
        var random = new Random(run);
        HallPlan Hasty(HallPlan plan) => plan.With(s => s with { CallsBeforeNoShow = 1, NoShowAfter = TimeSpan.Zero });
        var county = Hasty(TierPlans.County with { Booths = run % 3 == 0 ? 1 : 0 });
        var halls = new TwoHalls(
            Hasty(TierPlans.Township with { Booths = 1 + run % 2 }), run % 2 == 0 ? county : county.Push());
        (halls.Home.IsWatched, halls.Helper.IsWatched) = (false, false);
        List<string> story = [];
        try
        {
            halls.At("09:00").AtOther("open 1 ma\nopen 2 he\nopen 3 gu");
            for (var step = 0; step < Steps; step++)
                Step(halls, random, story);
            BringToRest(halls);
        }
        catch (Exception failure)
        {
            var last = string.Join('\n', story.TakeLast(25));
            throw new InvalidOperationException($"run {run}: {failure.Message}, after\n{last}", failure);
        }

        return halls;
    }

    private static void Step(TwoHalls halls, Random random, List<string> story)
    {
        var later = halls.Home.Now.AddMilliseconds(random.Next(8) == 0 ? random.Next(30_000) : 200);
        (halls.Home.Now, halls.Helper.Now) = (later, later);
        var letter = halls.Mail.Count == 0 ? null : halls.Mail[random.Next(halls.Mail.Count)];
        switch (random.Next(20))
        {
            case < 3:
                story.Add("tick");
                halls.Tick();
                break;
            case < 6:
                story.Add($"ask {halls.Ask($"{random.Next(1, 4)}", random.Next(3) == 0)}");
                break;
            case < 8:
                story.Add("write");
                halls.Write();
                break;
            case < 13 when letter is not null:
                // What was asked may be lost, but is not sent twice.
                var twice = random.Next(5) == 0 && !letter.What.StartsWith("lend", StringComparison.Ordinal);
                story.Add($"deliver {letter.What}{(twice ? ", kept" : string.Empty)}");
                halls.Deliver(letter, twice);
                break;
            case 13 when letter is not null:
                story.Add($"lose {letter.What}");
                halls.Mail.Remove(letter);
                break;
            case 14 when random.Next(4) == 0:
                story.Add("restart");
                _ = random.Next(2) == 0 ? halls.RestartOther() : halls.RestartHome();
                break;
            default:
                var (script, window) = random.Next(3) == 0 ? (halls.Home, "1") : (halls.Helper, $"{random.Next(1, 4)}");
                var command = Command(script, halls, window, random);
                story.Add($"{script.Hall.Plan.Hall}: {command} => {Trace.Of(script.Do(command))}");
                halls.Check();
                break;
        }
    }

    private static HallCommand Command(HallScript script, TwoHalls halls, string window, Random random)
    {
        var isHome = script == halls.Home;
        var tickets = script.Hall.Tickets.Where(t => !t.Phase.IsFinished).Select(t => t.Key).Order().ToList();
        var ticket = tickets.Count == 0
            ? new TicketKey(script.Hall.Day, 'A', 999)
            : tickets[random.Next(tickets.Count)];
        var clerk = isHome ? "li" : window switch { "1" => "ma", "2" => "he", _ => "gu" };
        return random.Next(24) switch
        {
            < 5 => new TakeNumber(
                random.Next(2) == 0 ? "land" : "certs", (TicketClass)random.Next(3), "elder"),
            < 7 => new CallNext(window, random.Next(2) == 0),
            7 => new StartTicket(window),
            < 10 => new FinishTicket(window, null),
            10 => new ReleaseTicket(window),
            11 => new RecallTicket(window),
            < 14 => new MissTicket(window),
            14 => random.Next(2) == 0 ? new PauseWindow(window, new("tea", null)) : new LoseClerk(window),
            < 17 => new OpenWindow(window, clerk),
            17 => new CloseWindow(window),
            18 => new TakeAway(ticket, "no picture"),
            19 => random.Next(2) == 0 ? new AcceptOffer(window) : new DeclineOffer(window, "busy"),
            20 => new CancelTicket(ticket),
            21 => new CallTicket(window, ticket, "urgent"),
            22 when random.Next(8) == 0 => new PlanHall(script.Hall.Plan with { Open = !script.Hall.Plan.Open }),
            _ => new SendTicket(
                window, random.Next(3) == 0 ? null : ticket, isHome ? TierPlans.Helper : TierPlans.Home, null, "far",
                $"{script.Hall.Plan.Hall}-{script.Hall.Seq}"),
        };
    }

    /// <summary>When all letters arrive, only what is in a helper's hand is at a booth; nobody is on the way.</summary>
    private static void BringToRest(TwoHalls halls)
    {
        // Whoever has waited for an answer until now waits no more.
        halls.RestartOther().Settle();
        Assert.Empty(halls.Home.Hall.Moving);
        Assert.Empty(halls.Helper.Hall.Moving);
        var remote = halls.Home.Hall.Windows.Select(w => w.Staffing).OfType<Staffing.Remote>();
        var atBooths = remote.Select(r => r.Loan).Order();
        var inHands = halls.Helper.Hall.Loans.Select(l => l.Id).Order();
        Assert.Equal(atBooths, inHands);
        Assert.All(halls.Helper.Hall.Loans, loan => Assert.Null(loan.End));
    }
}
