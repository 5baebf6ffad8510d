namespace Yihao.Simulation.Tests.Region;

/// <summary>One run of a county, a township and a village, and of what goes wrong between them.</summary>
internal sealed class RegionWorld
{
    private readonly List<Worker> workers = [];
    private Exception? broken;

    public RegionWorld(ulong seed)
    {
        Chance = new Chance(seed);
        Clock = new VirtualClock(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));
        Post = new Post(Chance, Clock.SeenWith(TimeSpan.Zero)) { Trouble = Chance.Of([0.5, 3, 10, 25]) };
        Book = new RegionBook(this);
        foreach (var id in new[] { RegionNetwork.County, RegionNetwork.Township, RegionNetwork.Village })
            Halls[id] = new RegionHall(this, id, Chance.Of(RegionNetwork.Modes.ToList()));
        foreach (var (hall, window, clerk) in RegionNetwork.Seats)
            workers.Add(new Worker(this, Halls[hall], window, clerk));
        foreach (var hall in Halls.Values)
            workers.Add(new Worker(this, hall, null, null));
    }

    public Chance Chance { get; }

    public VirtualClock Clock { get; }

    public Post Post { get; }

    public RegionBook Book { get; }

    public SortedDictionary<string, RegionHall> Halls { get; } = new(StringComparer.Ordinal);

    public void Break(Exception failure) => broken ??= failure;

    public void Step()
    {
        var hall = Chance.Of(Halls.Values.ToList());
        var act = Chance.Below(100);
        if (hall.Nodes.All(n => !n.IsAlive))
            hall.Start();
        else if (act < 60 && hall.IsWorking)
            hall.Step();
        else if (act < 85 && Post.HasMail)
            Post.DeliverOne();
        else if (act < 92)
            Chance.Of(workers).Work();
        else if (act < 95)
            hall.Newest?.Tick();
        else
            Happen(hall);
        Judge();
    }

    /// <summary>From now on nothing is lost, and every hall has one process.</summary>
    public void CalmDown()
    {
        Post.Trouble = 0;
        foreach (var hall in Halls.Values)
        {
            hall.Ledger.Trouble = 0;
            foreach (var node in hall.Nodes.SkipLast(1))
                node.Loop.Kill();
        }
    }

    /// <summary>Everything comes to rest: answers arrive, loans end, tickets arrive.</summary>
    public void Settle()
    {
        for (var round = 0; round < 60; round++)
        {
            Rest();
            Clock.Advance(TimeSpan.FromSeconds(1));
            foreach (var hall in Halls.Values)
            {
                if (hall.Newest is { } node)
                    node.Tick();
                else if (!hall.Nodes.Any(n => n.IsAlive))
                    hall.Start();
            }

            Rest();
            foreach (var worker in workers.Where(w => w.Hall.Newest is not null))
                worker.WindUp(worker.Hall.Newest!);
        }

        Rest();
    }

    private void Rest()
    {
        for (var steps = 0; steps < 20_000; steps++)
        {
            if (Halls.Values.FirstOrDefault(h => h.IsWorking) is { } busy)
                busy.Step();
            else if (Post.HasMail)
                Post.DeliverOne();
            else
                return;
            Judge();
        }

        throw new BrokenPromiseException("it never comes to rest");
    }

    private void Happen(RegionHall hall)
    {
        switch (Chance.Below(20))
        {
            case < 13:
                Clock.Advance(TimeSpan.FromMilliseconds(Chance.Between(1, 12)));
                break;
            case < 14:
                Clock.Advance(TimeSpan.FromSeconds(Chance.Between(1, 20)));
                break;
            case < 15 when Chance.Percent(30):
                Clock.Advance(TimeSpan.FromMinutes(Chance.Between(1, 3)));
                break;
            case < 16 when Chance.Percent(50):
                hall.Crash();
                break;
            case < 17:
                hall.Start();
                break;
            case < 18:
                hall.Newest?.Freeze();
                break;
            default:
                var window = Chance.Of(RegionNetwork.Seats.Where(s => s.Hall == hall.Id).ToList()).Window;
                hall.Newest?.Serve(open => Lose(open, window), _ => { });
                break;
        }
    }

    private static async Task<bool> Lose(Yihao.Grains.Halls.OpenHall open, string window)
    {
        await open.Windows.Lose(window);
        return true;
    }

    private void Judge()
    {
        if (broken is not null)
            throw broken is BrokenPromiseException ? broken : new BrokenPromiseException(broken.ToString());
    }
}
