using Microsoft.Extensions.Time.Testing;
using Yihao.Grains.Halls;
using Yihao.Grains.Ports;
using Yihao.Rules;
using Yihao.Tests.Shared;

namespace Yihao.Cluster.Tests.Golden;

/// <summary>
/// A short life of a small hall in which every kind of event happens: what a golden ledger is made of.
/// </summary>
internal static class GoldenScript
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 11, 23, 0, 30, 0, TimeSpan.Zero));

    private static readonly HallPlan Plan = new(
        "450521100",
        "Asia/Shanghai",
        new TimeOnly(4, 0),
        true,
        [new(MatterPlan.None, 'A', 10), new("pension", 'F', 8)],
        [new("1", 1, [MatterPlan.None, "pension"], "c1", ["c2"]), new("2", 1, ["pension"], "c2", ["c1"])],
        [new("c1", null), new("c2", ["pension"])],
        new HallSettings());

    /// <summary>Offers, a booth, a matter that only one window serves.</summary>
    private static readonly HallPlan Offering = Plan with
    {
        Matters = [.. Plan.Matters.Take(1), new("pension", 'F', 8, "general"), new("land", 'L', 20)],
        Windows = [Plan.Windows[0], new("2", 1, ["pension", "land"], "c2", [])],
        Settings = new HallSettings { Mode = DispatchMode.PushAndPull },
        Booths = 1,
    };

    public static Task Run(ILedger ledger) => OneAtATime.Run(async () =>
    {
        await Play(ledger);
        return true;
    });

    private static async Task Play(ILedger ledger)
    {
        var session = await ledger.Open(Plan.Hall, CancellationToken.None);
        var tries = 1;
        var live = new LiveHall(session, null, Time, _ => { }, attempt: () => tries);
        await live.Begin(Plan);
        foreach (var (after, command) in Steps(live))
        {
            Time.Advance(after);
            var asked = command is PassTime or ResumeHall
                ? default(Rules.Request?)
                : RequestStamp.Of("golden", $"{live.Hall.Seq}");
            var decision = await live.Execute(command, asked, (_, made, _) => made);
            Assert.IsType<Decision.Accept>(decision);
        }

        tries = 2;
        var refused = await live.Execute(
            new StartTicket("unknown"), RequestStamp.Of("golden", "refused"), (_, made, _) => made);
        Assert.IsType<Decision.Refuse>(refused);
    }

    private static IEnumerable<(TimeSpan After, HallCommand Command)> Steps(LiveHall live)
    {
        var (second, minute) = (TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        TicketKey Number(char prefix, int number) => new(live.Hall.Day, prefix, number);
        yield return (second, new OpenWindow("1", "c1"));
        yield return (second, new OpenWindow("2", "c2"));
        yield return (second, new TakeNumber(MatterPlan.None, TicketClass.Normal, null));
        yield return (second, new TakeNumber("pension", TicketClass.Priority, "elder"));
        yield return (second, new TakeNumber("pension", TicketClass.Normal, null));
        yield return (second, new TakeNumber(MatterPlan.None, TicketClass.Appointment, null));
        yield return (second, new CallNext("1", false));
        yield return (minute / 2, new RecallTicket("1"));
        yield return (minute / 2, new RecallTicket("1"));
        yield return (second, new MissTicket("1"));
        yield return (minute, new ReturnTicket(Number('F', 1)));
        yield return (second, new CallNext("1", false));
        yield return (minute, new PassTime());
        yield return (minute, new FinishTicket("1", "accepted"));
        yield return (second, new CallNext("1", false));
        yield return (second, new ReleaseTicket("1"));
        yield return (second, new HoldTicket("1", Number('A', 1)));
        yield return (16 * minute, new PassTime());
        yield return (second, new TransferTicket("1", Number('A', 1), "pension", "2", "wrong matter"));
        yield return (second, new CallNext("2", false));
        yield return (second, new StartTicket("2"));
        yield return (second, new PauseWindow("2", new Pause("lunch", null)));
        yield return (second, new CallNext("2", true));
        yield return (second, new ResumeWindow("2"));
        yield return (second, new CancelTicket(Number('F', 2)));
        yield return (second, new ResumeHall());
        yield return (50 * minute, new PassTime());
        yield return (second, new LoseClerk("2"));
        yield return (20 * 60 * minute, new TakeNumber("pension", TicketClass.Normal, null));
        yield return (second, new CloseWindow("1"));
        foreach (var step in PostSteps(second).Concat(TierSteps(live, second)))
            yield return step;
    }

    private static IEnumerable<(TimeSpan After, HallCommand Command)> PostSteps(TimeSpan second)
    {
        yield return (second, new PlanHall(Offering));
        yield return (second, new OpenWindow("2", "c2"));
        yield return (second, new DeclineOffer("2", "form missing"));
        yield return (second, new SetRest("2", 10 * second));
        yield return (second, new OpenWindow("1", "c1"));
        yield return (second, new AcceptOffer("1"));
        yield return (second, new FinishTicket("1", null));
        yield return (second, new CloseWindow("2"));
        yield return (second, new StandBy("c2"));
        yield return (second, new CloseWindow("1"));
        yield return (second, new CloseWindow("1"));
    }

    private static IEnumerable<(TimeSpan After, HallCommand Command)> TierSteps(LiveHall live, TimeSpan second)
    {
        TicketKey Last() => new(live.Hall.Day, 'F', live.Hall.LastNumber('F'));
        yield return (second, new TakeNumber("pension", TicketClass.Normal, null));
        yield return (second, new PassTime());
        yield return (second, new LendTicket("x.1", "450521", "24", "r1", null));
        yield return (second, new HearOfLoan("x.1", new(1, true, LoanEnd.Finished, "accepted")));
        yield return (second, new HearOfLoan("x.2", new(0, false, LoanEnd.Returned, null)));
        yield return (second, new OpenWindow("1", "c1"));
        yield return (second, new AskLoan("1", "450521101", "y.1", false));
        yield return (second, new TakeLoan("1", new("y.1", "R1", Guest(live)), false));
        yield return (second, new AcceptOffer("1"));
        yield return (second, new FinishTicket("1", "accepted"));
        yield return (second, new SettleLoan("y.1"));
        yield return (second, new AskLoan("1", "450521101", "y.2", false));
        yield return (second, new WithdrawLoan("y.2"));
        yield return (second, new SettleLoan("y.2"));
        yield return (second, new PauseWindow("1", new Pause("meeting", null)));
        yield return (second, new TakeNumber("pension", TicketClass.Normal, null));
        yield return (second, new SendTicket("1", Last(), "450521", null, "served sooner", "z.1"));
        yield return (second, new SettleMove("z.1", Last(), null));
        yield return (second, new TakeNumber("pension", TicketClass.Normal, null));
        yield return (second, new SendTicket("1", Last(), "450521", null, "served sooner", "z.2"));
        yield return (second, new SettleMove("z.2", Last(), Refusal.MatterNotServedHere));
        yield return (second, new ReceiveTicket("z.3", Guest(live) with { Matter = "pension" }));
    }

    private static Guest Guest(LiveHall live) => new(
        new TicketKey(live.Hall.Day, 'A', 7, "450521101"),
        TicketClass.Normal,
        null,
        "pension",
        live.Hall.LastAt,
        TimeSpan.Zero,
        live.Hall.LastAt);
}
