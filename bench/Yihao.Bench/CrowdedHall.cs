namespace Yihao.Bench;

/// <summary>
/// A hall of three windows with as many people waiting as asked for, in three matters and two classes, the first window
/// open for everything. The n-th number taken is the n-th called, so that every answer can be checked.
/// </summary>
internal sealed class CrowdedHall
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private static readonly string[] Matters = [MatterPlan.None, "card", "tax"];

    private long ticks;

    public CrowdedHall(int waiting)
    {
        Hall = Hall.Begin(new Recorded(Morning, new HallPlanned(Plan()), null));
        Do(new PassTime());
        Do(new OpenWindow("1", "li"));
        for (var i = 0; i < waiting; i++)
            Take();
        if (Hall.Lines.Count != waiting)
            throw new InvalidOperationException($"{Hall.Lines.Count} wait instead of {waiting}");
    }

    public Hall Hall { get; }

    public Window Window => Hall.Window("1")!;

    /// <summary>How many numbers were given out.</summary>
    public int Taken { get; private set; }

    public DateTimeOffset Now => Morning + TimeSpan.FromMicroseconds(10 * ticks);

    public void Take()
    {
        ticks++;
        Do(new TakeNumber(Matters[Taken++ % Matters.Length], TicketClass.Normal, null));
    }

    /// <summary>Finishes the ticket in hand and calls the next one; its number.</summary>
    public int CallNext()
    {
        ticks++;
        Do(new CallNext("1", true));
        return Window.InHand!.Key.Number;
    }

    private void Do(HallCommand command)
    {
        var now = Now;
        if (Decide.On(Hall, command, null, now) is not Decision.Accept accepted)
            throw new InvalidOperationException($"{command} was not accepted");
        foreach (var happened in accepted.Events)
            Hall.Apply(new Recorded(now, happened, null));
    }

    private static HallPlan Plan() => new(
        "450521",
        "Asia/Shanghai",
        new TimeOnly(4, 0),
        true,
        [.. Matters.Select(matter => new MatterPlan(matter, 'A', 10))],
        [
            new WindowPlan("1", 1, Matters, "li", []),
            new WindowPlan("2", 1, ["card"], "wang", []),
            new WindowPlan("3", 1, ["tax"], "zhao", []),
        ],
        [new ClerkPlan("li", null), new ClerkPlan("wang", null), new ClerkPlan("zhao", null)],
        new HallSettings());
}
