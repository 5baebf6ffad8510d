using System.Globalization;
using Yihao.Simulation.Clock;
using Yihao.Simulation.Play;

namespace Yihao.Simulation.Checks;

/// <summary>One hall under a steady stream of citizens, as queueing theory knows it.</summary>
/// <param name="Departments">Matters the citizens come with, equally often.</param>
/// <param name="Separate">Window n serves matter n alone; otherwise every window serves everything.</param>
/// <param name="Variation">Of service times: 1 is exponential, anything else lognormal.</param>
internal sealed record SteadyHall(int Windows, double Load, int Departments, bool Separate, double Variation)
{
    /// <summary>Of one batch: enough for a hall at 90 % to forget how it began, a thirtieth of it left out.</summary>
    public const int Citizens = 30_000;

    private const int LeftOut = 3_000;

    /// <summary>So short that a batch fits into a day of the hall.</summary>
    private const long Service = Span.Second / 2;

    /// <returns>
    /// The mean wait in mean service times, and by how many microseconds the wait of any citizen differs at most from
    /// that of the bare recursion (0 for separate windows, which it does not know).
    /// </returns>
    public (double MeanWait, long Off) Play(ulong seed, int batch)
    {
        var chance = new Chance(seed, (ulong)batch);
        var hall = new PlayedHall(Plan());
        for (var w = 1; w <= Windows; w++)
            hall.Must(new OpenWindow(Name(w), "c" + Name(w)), 0);
        var line = new Line(this, hall, new VirtualClock<int>());
        line.Clock.In(0, 0);
        var (taken, waited) = (0, 0.0);
        while (line.Clock.Next(out var window))
        {
            if (window > 0)
            {
                waited += Counted(line.Finish(window));
                continue;
            }

            var service = Variation == 1 ? chance.Exponential(1) : chance.Lognormal(1, Variation);
            var gap = chance.Exponential(1 / (Windows * Load));
            waited += Counted(line.Arrive((long)(service * Service), 1 + chance.Below(Departments)));
            if (++taken < Citizens)
                line.Clock.In((long)(gap * Service), 0);
        }

        return (waited / (Citizens - LeftOut) / Service, line.Off);
    }

    private static double Counted((int Number, long Waited) called) => called.Number > LeftOut ? called.Waited : 0;

    private static string Name(int window) => window.ToString(CultureInfo.InvariantCulture);

    private HallPlan Plan()
    {
        string[] matters = [MatterPlan.None, .. Enumerable.Range(1, Departments).Select(d => "m" + Name(d))];
        return new(
            "450521",
            "Asia/Shanghai",
            new TimeOnly(4, 0),
            true,
            [.. matters.Select(m => new MatterPlan(m, 'A', 1))],
            [.. Enumerable.Range(1, Windows).Select(w =>
                new WindowPlan(Name(w), 1, Separate ? [matters[w]] : matters, "c" + Name(w), []))],
            [.. Enumerable.Range(1, Windows).Select(w => new ClerkPlan("c" + Name(w), null))],
            new HallSettings());
    }

    /// <summary>Who waits and who serves; the window that has been idle longest calls first.</summary>
    private sealed class Line(SteadyHall plan, PlayedHall hall, VirtualClock<int> clock)
    {
        private readonly (long At, long Service)[] arrived = new (long, long)[Citizens + 1];
        private readonly string[] names = [.. Enumerable.Range(0, plan.Windows + 1).Select(Name)];
        private readonly LinkedList<int> idle = new(Enumerable.Range(1, plan.Windows));
        private readonly Recursion recursion = new(plan.Windows);
        private readonly long[] expected = new long[Citizens + 1];
        private int last;

        public VirtualClock<int> Clock => clock;

        public long Off { get; private set; }

        public (int Number, long Waited) Arrive(long service, int department)
        {
            arrived[++last] = (clock.Now, service);
            expected[last] = recursion.Wait(clock.Now, service);
            hall.Must(new TakeNumber("m" + Name(department), TicketClass.Normal, null), clock.Now);
            for (var node = idle.First; node is not null; node = node.Next)
            {
                if (plan.Separate && node.Value != department)
                    continue;
                idle.Remove(node);
                return Calls(node.Value, hall.Must(new CallNext(names[node.Value], false), clock.Now));
            }

            return default;
        }

        public (int Number, long Waited) Finish(int window) =>
            Calls(window, hall.Must(new CallNext(names[window], true), clock.Now));

        private (int Number, long Waited) Calls(int window, IReadOnlyList<HallEvent> events)
        {
            if (events[^1] is not TicketCalled called)
            {
                idle.AddLast(window);
                return default;
            }

            var (at, service) = arrived[called.Ticket.Number];
            clock.In(service, window);
            var waited = clock.Now - at;
            if (!plan.Separate)
                Off = Math.Max(Off, Math.Abs(waited - expected[called.Ticket.Number]));
            return (called.Ticket.Number, waited);
        }
    }
}
