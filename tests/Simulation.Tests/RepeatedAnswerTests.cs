using Yihao.Contracts;

namespace Yihao.Simulation.Tests;

/// <summary>What a clerk or a citizen reads: the same request says the same ticket, however often it is sent.</summary>
public sealed class RepeatedAnswerTests
{
    private static readonly string[] Windows = ["1", "2", "3"];

    [Fact]
    public void A_repeated_act_of_a_clerk_is_answered_with_the_same_ticket()
    {
        for (ulong seed = 1; seed <= 60; seed++)
            RepeatEveryAct(seed);
    }

    [Fact]
    public void A_repeated_take_is_answered_with_the_same_number_and_link()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var hall = new CalmHall(new Chance(seed));
            var first = Take(hall, "r1");
            hall.Clock.Advance(TimeSpan.FromHours(hall.Chance.Below(2)));
            Take(hall, "r2");
            var again = Take(hall, "r1");

            Assert.True(again.Repeated);
            Assert.Equal(
                (first.Value.Ticket, first.Value.Number, first.Value.Link, first.Value.IssuedAt, first.Value.State),
                (again.Value.Ticket, again.Value.Number, again.Value.Link, again.Value.IssuedAt, again.Value.State));
        }
    }

    private static void RepeatEveryAct(ulong seed)
    {
        var hall = new CalmHall(new Chance(seed));
        foreach (var (window, clerk) in Windows.Zip(["li", "wang", "zhao"]))
            hall.Act("open " + window, window, new OpenAct(clerk));
        List<string> tickets = [];
        for (var step = 0; step < 60; step++)
        {
            if (tickets.Count < 4 || hall.Chance.Percent(30))
                tickets.Add(Take(hall, $"take {step}").Value.Ticket);
            var (window, act) = (hall.Chance.Of(Windows), SomeAct(hall, tickets));
            var first = hall.Act($"r{step}", window, act);
            hall.Clock.Advance(TimeSpan.FromSeconds(hall.Chance.Below(20)));
            if (first is not Accepted<WindowAnswer> { Value: var told })
                continue;
            var again = Assert.IsType<Accepted<WindowAnswer>>(hall.Act($"r{step}", window, act)).Value;
            Assert.True(Said(told) == Said(again), $"seed {seed}: {act} said {Said(told)}, again {Said(again)}");
        }
    }

    private static (string?, string?, string?, string?, string?) Said(WindowAnswer answer) =>
        (answer.Ticket, answer.Number, answer.Window.Ticket, answer.Window.Clerk, answer.Window.Window);

    private static Accepted<TicketTaken> Take(CalmHall hall, string requestId)
    {
        var take = new TakeNumberRequest(requestId, "kiosk", "card", "normal", null);
        return Assert.IsType<Accepted<TicketTaken>>(hall.Ask(() => hall.Open.Tickets.Take(take)));
    }

    private static WindowAct SomeAct(CalmHall hall, List<string> tickets) => hall.Chance.Below(12) switch
    {
        < 4 => new CallNextAct(hall.Chance.Percent(50)),
        4 => new HoldAct(hall.Chance.Percent(60) ? hall.Chance.Of(tickets) : null),
        5 => new TransferAct(hall.Chance.Percent(60) ? hall.Chance.Of(tickets) : null, "tax", null, "asked"),
        6 => new CallAct(hall.Chance.Of(tickets), "asked"),
        7 => new RecallAct(),
        8 => new FinishAct(null),
        9 => new PauseAct("lunch", null),
        10 => new ResumeAct(),
        _ => new StartAct(),
    };
}
