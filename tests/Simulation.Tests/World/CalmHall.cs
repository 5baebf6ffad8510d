using Yihao.Contracts;
using Yihao.Grains.Halls;

namespace Yihao.Simulation.Tests;

/// <summary>A hall around which nothing goes wrong, asked one thing after the other.</summary>
internal sealed class CalmHall
{
    private readonly Loop loop = new();
    private readonly SimulatedLedger ledger;
    private readonly Node node;

    public CalmHall(Chance chance)
    {
        Chance = chance;
        var town = Towns.Of(chance);
        Clock = new VirtualClock(town.Start);
        ledger = new SimulatedLedger(chance, Towns.Hall) { Trouble = 0, Durable = (_, _) => { } };
        node = new Node(new World(1, Bugs.None), 1, TimeSpan.Zero);
        var around = Alone.With(Clock.SeenWith(TimeSpan.Zero));
        Open = Ask(() => OpenHall.Open(town.UsualPlan, ledger.SeenBy(node), null, around, CancellationToken.None));
    }

    public Chance Chance { get; }

    public VirtualClock Clock { get; }

    public OpenHall Open { get; }

    public Answer<WindowAnswer> Act(string requestId, string window, WindowAct act) =>
        Ask(() => Open.Windows.Act(new(requestId, window, act)));

    /// <summary>Runs until the answer is there.</summary>
    public T Ask<T>(Func<Task<T>> ask)
    {
        Task<T>? asked = null;
        loop.Run(() => asked = ask());
        while (!asked!.IsCompleted)
        {
            if (loop.Ready > 0)
                loop.RunOne(Chance);
            else
                ledger.Step();
        }

        return asked.GetAwaiter().GetResult();
    }
}
