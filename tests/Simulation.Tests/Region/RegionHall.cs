using Yihao.Grains.Codec;
using Yihao.Grains.Halls;
using Yihao.Grains.Ports;

namespace Yihao.Simulation.Tests.Region;

/// <summary>One hall of the region: its ledger, its processes, and the truth that its ledger makes.</summary>
internal sealed class RegionHall
{
    private readonly RegionWorld world;
    private readonly List<RegionNode> nodes = [];
    private byte[] lastHash = LedgerChain.Root;

    public RegionHall(RegionWorld world, string id, string mode)
    {
        (this.world, Id, Catalogue) = (world, id, RegionNetwork.CatalogueOf(id, mode));
        Ledger = new SimulatedLedger(world.Chance, id) { Durable = (_, entries) => Happened(entries) };
    }

    public string Id { get; }

    public HallCatalogue Catalogue { get; }

    public SimulatedLedger Ledger { get; }

    public List<HallSnapshot> Snapshots { get; } = [];

    /// <summary>Null before the first entry.</summary>
    public Hall? Truth { get; private set; }

    public IReadOnlyList<RegionNode> Nodes => nodes;

    public RegionNode? Newest => nodes.FindLast(n => n.IsUp);

    public bool IsWorking => nodes.Exists(n => n.Loop.Ready > 0) || Ledger.HasWork;

    /// <summary>Mostly the newest activation; an old one that knows nothing of it may be asked too.</summary>
    public RegionNode? AnyUp(Chance chance)
    {
        var up = nodes.FindAll(n => n.IsUp);
        return up.Count == 0 ? null : chance.Percent(90) ? up[^1] : chance.Of(up);
    }

    public void Start()
    {
        nodes.RemoveAll(n => !n.IsAlive);
        var snapshot = Snapshots.Count > 0 && world.Chance.Percent(60) ? world.Chance.Of(Snapshots) : null;
        nodes.Add(new RegionNode(world, this));
        nodes[^1].Start(snapshot);
    }

    public void Crash()
    {
        foreach (var node in nodes)
            node.Loop.Kill();
    }

    public void Step()
    {
        var busy = nodes.FindAll(n => n.Loop.Ready > 0);
        if (busy.Count > 0 && (!Ledger.HasWork || world.Chance.Percent(50)))
            world.Chance.Of(busy).Loop.RunOne(world.Chance);
        else
            Ledger.Step();
    }

    private void Happened(IReadOnlyList<LedgerEntry> entries)
    {
        foreach (var entry in entries)
        {
            Promise.Kept(LedgerChain.HashOf(lastHash, Id, entry).AsSpan().SequenceEqual(entry.Hash),
                $"{Id}: the chain breaks at {entry.Seq}");
            lastHash = entry.Hash;
            var recorded = EventCodec.Decode(entry);
            if (Truth is null)
                Truth = Hall.Begin(recorded);
            else
                Truth.Apply(recorded);
            world.Book.Enter(this, recorded.Event);
        }

        world.Book.Check();
    }
}

internal static class Promise
{
    public static void Kept(bool kept, string otherwise)
    {
        if (!kept)
            throw new BrokenPromiseException(otherwise);
    }
}
