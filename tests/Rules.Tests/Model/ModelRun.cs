namespace Yihao.Rules.Tests.Model;

/// <summary>One hall and its model, driven by the same commands and held against each other after each.</summary>
internal sealed class ModelRun
{
    private readonly NaiveHall model;
    private readonly HashSet<TicketKey> everTaken = [];
    private readonly List<(Request Request, Outcome Outcome)> accepted = [];
    private readonly Coverage coverage;
    private DateTimeOffset now;
    private ulong requests;

    public ModelRun(int variant, Coverage coverage)
    {
        this.coverage = coverage;
        var plan = RandomPlans.Start(variant);
        now = new DateTimeOffset(2026, 11, 23, 0, 30, 0, TimeSpan.Zero);
        Ledger.Add(new Recorded(now, new HallPlanned(plan), null));
        Hall = Hall.Begin(Ledger[0]);
        model = new NaiveHall(plan, now);
        Do(new PassTime());
        foreach (var window in plan.Windows.Where(w => w.Window != "10" || variant % 2 == 0))
            Do(new OpenWindow(window.Window, window.PostA!));
    }

    public Hall Hall { get; private set; }

    /// <summary>Everything that happened, in order.</summary>
    public List<Recorded> Ledger { get; } = [];

    /// <summary>Everything that was asked and answered, in order.</summary>
    public List<string> Story { get; } = [];

    public void Play(IEnumerable<Dice> dices)
    {
        foreach (var dice in dices)
        {
            now += RandomCommands.Wait(dice.Time);
            if (Decide.DayIsOver(Hall, now))
                Do(new PassTime());
            Do(RandomCommands.Command(model, dice));
            if (dice.Time == 50)
                Restart();
            if (dice.Time == 51 && accepted.Count > 0)
                Repeat(accepted[dice.Which % accepted.Count]);
        }
    }

    public void Restart() => Hall = Picture.Restored(Hall);

    /// <summary>As an activation does it: what follows at once happens before anybody looks.</summary>
    private void Do(HallCommand command)
    {
        if (DoAlone(command) is Decision.Accept || command is PassTime)
        {
            for (var reactions = 0; DoAlone(new React()) is Decision.Accept; reactions++)
                Assert.True(reactions < 50, "one thing follows from another without end");
            PostInvariants.Settled(Hall, now);
        }

        Comparison.Same(Hall, model, requests);
        // Nobody looks at the clock of such a hall as often as elsewhere.
        if (Hall.IsAtRest)
            Assert.IsType<Decision.Nothing>(Decide.On(Hall, new PassTime(), null, Hall.DayEndsAt.AddTicks(-1)), false);
    }

    private Decision DoAlone(HallCommand command)
    {
        var request = new Request(++requests, requests % 7);
        var decision = Decide.On(Hall, command, request, now);
        var answer = Trace.Of(decision);
        Story.Add($"{Trace.Time(now)} {command} => {answer}");
        Assert.Equal(model.Do(command, now), answer);
        coverage.Saw(decision);
        var pictureBefore = coverage.Compares(decision) ? Picture.Of(Hall) : null;
        if (decision is Decision.Accept accept)
            Apply(accept.Events, request);
        else if (pictureBefore is not null)
            Assert.Equal(pictureBefore, Picture.Of(Hall));
        return decision;
    }

    private void Apply(IReadOnlyList<HallEvent> events, Request request)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i] is NumberTaken taken)
                Assert.True(everTaken.Add(taken.Ticket), $"{taken.Ticket} was given out twice");
            Ledger.Add(new Recorded(now, events[i], i == events.Count - 1 ? request : null));
            Hall.Apply(Ledger[^1]);
        }

        accepted.Add((request, Hall.Accepted.Find(request.Key)!.Value.Outcome));
    }

    /// <summary>
    /// The same request again is answered the same, another body under it is refused; nothing happens.
    /// </summary>
    private void Repeat((Request Request, Outcome Outcome) before)
    {
        var seq = Hall.Seq;
        var again = Decide.On(Hall, new TakeNumber("certs", TicketClass.Normal, null), before.Request, now);
        // Remembered for 24 hours at least.
        if (Hall.Accepted.Find(before.Request.Key) is null)
            return;
        Assert.Equal(new Decision.Repeat(before.Outcome), again);
        var other = before.Request with { Body = before.Request.Body + 1 };
        var reused = Decide.On(Hall, new TakeNumber("certs", TicketClass.Normal, null), other, now);
        Assert.Equal(Decision.No(Refusal.RequestIdReused), reused);
        Assert.Equal(seq, Hall.Seq);
    }
}
