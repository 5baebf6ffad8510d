using Yihao.Grains.Halls;

namespace Yihao.Simulation.Tests;

/// <summary>
/// One run: a hall, its ledger, its nodes, its people and its screens, and what they do to one another.
/// </summary>
internal sealed class World
{
    private const int Open = 12;

    private readonly List<Node> nodes = [];
    private readonly List<Errand> open = [];
    private readonly List<Errand> answered = [];
    private readonly List<Screen> screens;
    private readonly Callers callers;
    private readonly Towns town;
    private HallCatalogue catalogue;
    private Exception? broken;
    private readonly int fights;
    private int started;

    public World(ulong seed, Bugs bugs)
    {
        Bugs = bugs;
        Chance = new Chance(seed);
        town = Towns.Of(Chance);
        catalogue = town.UsualPlan;
        Clock = new VirtualClock(town.Start + TimeSpan.FromMinutes(Chance.Below(600)));
        Auditor = new Auditor(Towns.Hall);
        Ledger = new SimulatedLedger(Chance, Towns.Hall) { Bugs = bugs, Durable = (_, e) => Auditor.Durable(e) };
        fights = Chance.Of([0, 10, 50]);
        callers = new Callers(this);
        screens = [new Screen(this, "hub 1"), new Screen(this, "hub 2")];
    }

    public Bugs Bugs { get; }

    public Chance Chance { get; }

    public VirtualClock Clock { get; }

    public SimulatedLedger Ledger { get; }

    public Auditor Auditor { get; }

    public Trace Trace { get; } = new();

    public List<HallSnapshot> Snapshots { get; } = [];

    public IReadOnlyList<Screen> Screens => screens;

    public IReadOnlyList<Node> Nodes => nodes;

    public HallCatalogue Catalogue => catalogue;

    public bool EverybodyAnswered => open.Count == 0;

    /// <summary>Something has gone wrong where no caller sees it: the run ends with it.</summary>
    public void Break(Exception failure) => broken ??= failure;

    public void Answered(Node node, Errand errand, Ack ack)
    {
        Trace.Say($"{node} answers {errand}: {ack.Kind} {ack.Refusal} as of {ack.Seq}");
        Auditor.Told(errand, ack, Clock.Now);
        if (errand.IsAnswered || errand.Stamp is null)
            return;
        errand.IsAnswered = true;
        open.Remove(errand);
        if (ack.Outcome is not null && !errand.IsForged)
            answered.Add(errand);
    }

    public void Read(Ack told) => Auditor.Told(Errand.Unasked(new PassTime()), told, Clock.Now);

    /// <summary>The windows open and a few people come in, so that a run is not spent in an empty hall.</summary>
    public void Begin(int crowd)
    {
        for (var window = 0; window < 3; window++)
            open.Add(callers.Opening(window));
        for (var i = 0; i < crowd; i++)
            open.Add(callers.Take("card"));
    }

    public void Step()
    {
        var actions = Actions();
        var at = Chance.Below(actions.Sum(a => a.Weight));
        foreach (var (weight, act) in actions)
        {
            if ((at -= weight) >= 0)
                continue;
            act();
            break;
        }

        if (broken is not null)
            throw broken is BrokenPromiseException ? broken : new BrokenPromiseException(broken.ToString());
    }

    /// <summary>From now on nothing goes wrong, and only the newest node is left.</summary>
    public void CalmDown()
    {
        Ledger.Trouble = 0;
        foreach (var node in nodes.SkipLast(1))
            node.Die();
        catalogue = town.UsualPlan;
    }

    public void EndTheDay()
    {
        Clock.Advance(Auditor.Truth!.DayEndsAt - Clock.Now + TimeSpan.FromSeconds(1));
        nodes.Single(n => n.IsUp).Ask(Errand.Unasked(new PassTime()));
    }

    /// <summary>One thing that must still happen; false when nothing is left to do.</summary>
    public bool Settle()
    {
        if (!nodes.Exists(n => n.IsAlive))
            Start();
        else if (nodes.Find(n => n.Loop.Ready > 0) is { } busy)
            busy.Loop.RunOne(Chance);
        else if (Ledger.HasWork)
            Trace.Say(Ledger.Step());
        else if (screens.Find(s => s.HasMail) is { } read)
            read.Open();
        else if (nodes.Find(n => n.IsUp) is { } up && (open.Count > 0 || screens.Exists(IsBehind)))
            Ask(up);
        else
            return false;
        if (broken is not null)
            throw broken is BrokenPromiseException ? broken : new BrokenPromiseException(broken.ToString());
        return true;
    }

    /// <summary>A message that got lost is missed at the next renewal.</summary>
    private bool IsBehind(Screen screen) => screen.MustFollow || screen.UpTo < Ledger.LastSeq;

    /// <summary>The hall's own tick comes too: a node whose last write was lost learns of it by that alone.</summary>
    private void Ask(Node up)
    {
        up.Ask(Errand.Unasked(new PassTime()));
        foreach (var screen in screens.Where(IsBehind))
            up.Follow(screen);
        foreach (var errand in open.Take(Ledger.Room).ToList())
            up.Ask(errand);
    }

    private List<(int Weight, Action Act)> Actions()
    {
        List<(int, Action)> actions = [(5, Wait), (1, Crash)];
        var busy = nodes.Where(n => n.Loop.Ready > 0).ToList();
        var up = nodes.Where(n => n.IsUp).ToList();
        if (busy.Count > 0)
            actions.Add((40, () => Chance.Of(busy).Loop.RunOne(Chance)));
        if (Ledger.HasWork)
            actions.Add((40, () => Trace.Say(Ledger.Step())));
        actions.Add(nodes.Exists(n => n.IsAlive) ? (1, TakeOver) : (60, Start));
        if (screens.Exists(s => s.HasMail))
            actions.Add((8, () => Chance.Of(screens.FindAll(s => s.HasMail)).Open()));
        if (up.Count == 0)
            return actions;
        actions.Add((open.Count < Open ? 16 : 0, () => Send(up, New())));
        actions.Add((open.Count > 0 ? 8 : 0, () => Send(up, Chance.Of(open))));
        actions.Add((answered.Count > 0 ? 4 : 0, () => Send(up, Repeated())));
        actions.Add((4, () => Chance.Of(up).Ask(Errand.Unasked(new PassTime()))));
        actions.Add((1, () => Chance.Of(up).Ask(callers.Lost())));
        actions.Add((2, () => Chance.Of(up).Freeze()));
        actions.Add((2, () => Chance.Of(up).Read()));
        actions.Add((screens.Exists(s => s.MustFollow) ? 6 : 1, () => Chance.Of(up).Follow(Chance.Of(screens))));
        return actions;
    }

    private Errand New()
    {
        var errand = callers.Next();
        open.Add(errand);
        return errand;
    }

    private Errand Repeated()
    {
        var errand = Chance.Of(answered);
        return Chance.Percent(20) ? errand.Forge() : errand;
    }

    private void Send(List<Node> up, Errand errand)
    {
        var node = Chance.Percent(90) ? up[^1] : Chance.Of(up);
        Trace.Say($"{errand} to {node}");
        node.Ask(errand);
    }

    private void Start()
    {
        if (Chance.Percent(15))
            catalogue = town.AnyPlan(Chance);
        var skew = Chance.Percent(70) ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Chance.Between(-3_000, 3_000));
        var node = new Node(this, ++started, skew);
        nodes.Add(node);
        Trace.Say($"{node} starts");
        node.Start(catalogue, SomeSnapshots.Pick(Snapshots, Chance, Bugs));
        nodes.RemoveAll(n => !n.IsAlive);
    }

    /// <summary>A second activation, while the first one lives and knows nothing of it.</summary>
    private void TakeOver()
    {
        if (Chance.Percent(fights))
            Start();
    }

    private void Crash()
    {
        if (nodes.Count == 0 || !Chance.Percent(20))
            return;
        var node = Chance.Of(nodes);
        Trace.Say($"{node} crashes");
        node.Die();
    }

    private void Wait()
    {
        var span = Chance.Below(100) switch
        {
            < 35 => TimeSpan.FromMilliseconds(Chance.Between(1, 500)),
            < 65 => TimeSpan.FromSeconds(Chance.Between(1, 15)),
            < 85 => TimeSpan.FromSeconds(Chance.Between(15, 90)),
            < 97 => TimeSpan.FromMinutes(Chance.Between(2, 25)),
            < 99 => TimeSpan.FromHours(Chance.Between(1, 8)),
            _ => UntilTheBoundary(),
        };
        Clock.Advance(span);
        Trace.Say($"{span:c} later");
    }

    /// <summary>To within some seconds of the end of the business day, on either side.</summary>
    private TimeSpan UntilTheBoundary()
    {
        var left = (Auditor.Truth?.DayEndsAt ?? Clock.Now) - Clock.Now + TimeSpan.FromSeconds(Chance.Between(-5, 5));
        return left > TimeSpan.Zero ? left : TimeSpan.FromSeconds(1);
    }
}
