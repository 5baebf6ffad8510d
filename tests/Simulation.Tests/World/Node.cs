using Yihao.Contracts;
using Yihao.Grains.Halls;
using Yihao.Grains.Ports;

namespace Yihao.Simulation.Tests;

/// <summary>
/// One activation of the hall on one node: the shipping code, with a thread, a clock and a death of its own.
/// </summary>
internal sealed class Node(World world, int number, TimeSpan skew) : IProcess
{
    private readonly Publications publications = new(world.Auditor, world.Break);
    private OpenHall? open;
    private bool gone;

    public Loop Loop { get; } = new();

    public bool IsAlive => !gone && !Loop.IsDead;

    public bool IsUp => open is not null && IsAlive;

    public LiveHall Live => open!.Live;

    public long PublishedUpTo => publications.UpTo;

    public bool DiesAtAppend()
    {
        if (!world.Chance.Percent(world.Ledger.Trouble / 40))
            return false;
        world.Trace.Say($"{this} dies between decision and append");
        Die();
        return true;
    }

    public void Die() => Loop.Kill();

    public void Start(HallCatalogue catalogue, HallSnapshot? snapshot) =>
        Loop.Run(() => _ = Activate(catalogue, snapshot));

    public void Ask(Errand errand)
    {
        errand.Asked++;
        Loop.Run(() => _ = Carry(errand));
    }

    public void Read() => Loop.Run(() => _ = Look());

    public void Follow(Screen screen) => Loop.Run(() => _ = Subscribe(screen));

    public void Freeze() => Loop.Run(() => _ = TakeSnapshot());

    public override string ToString() => $"node {number}";

    private Task Activate(HallCatalogue catalogue, HallSnapshot? snapshot) => Guard(async () =>
    {
        var ledger = world.Ledger.SeenBy(this);
        var opened = await OpenHall.Open(
            catalogue, ledger, snapshot, Alone.With(world.Clock.SeenWith(skew)), CancellationToken.None);
        open = opened;
        var after = opened.Session.OpenedAtSeq;
        var subscribed = await opened.Subscribe(new("auditor", publications, opened.Session.Ledger, after));
        publications.BeginAfter(((CaughtUp)subscribed).Missed);
        world.Trace.Say($"{this} is up at {opened.Live.Hall.Seq}, snapshot {opened.SnapshotSeq}");
    });

    private Task Carry(Errand errand) => Guard(async () =>
    {
        var live = Live;
        var before = (live.Hall.Seq, Digest: HallDigest.Of(live.Hall));
        var dayIsOver = Decide.DayIsOver(live.Hall, Decide.TimeIn(live.Hall, world.Clock.Now + skew));
        var stamp = world.Bugs.HasFlag(Bugs.HallForgetsRequests) && errand.Asked > 1 ? null : errand.Stamp;
        Ack? seen = null;
        var answer = live.Execute(errand.Command, stamp, (hall, decision, outcome) =>
        {
            seen = Ack.Of(hall, decision, outcome);
            // Time alone may make an offer due that nothing else does.
            if (seen.LeftAlone && !dayIsOver && errand.Command is not PassTime && before != (seen.Seq, seen.Digest))
                throw new BrokenPromiseException($"{errand} was not accepted ({seen}) and changed the hall");
            return seen;
        });
        var ack = world.Bugs.HasFlag(Bugs.HallAnswersEarly) && seen is not null ? seen : await answer;
        if (IsAlive)
            world.Answered(this, errand, ack);
    });

    /// <summary>A read is told from durable state too.</summary>
    private Task Look() => Guard(async () =>
    {
        var (seq, digest) = (0L, 0L);
        await open!.Read(hall => (seq, digest) = (hall.Seq, HallDigest.Of(hall)));
        if (IsAlive)
            world.Read(new Ack(seq, digest, "Read", null, null));
    });

    private Task Subscribe(Screen screen) => Guard(async () =>
    {
        var (ledger, after) = (screen.Ledger, screen.UpTo);
        var subscribed = await open!.Subscribe(new(screen.Name, screen, ledger, after));
        if (IsAlive)
            screen.Receive(ledger, after, subscribed);
    });

    private Task TakeSnapshot() => Guard(async () =>
    {
        var (image, hash) = (HallImage.Of(Live.Hall), Live.LastHash);
        await Live.Durable();
        // Packed later than frozen, as by the grain: the hall has gone on.
        if (IsAlive)
            world.Snapshots.Add(HallSnapshot.Of(image, hash));
    });

    /// <summary>What the grain does around every call: an activation that has lost its ledger goes.</summary>
    private async Task Guard(Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (Exception failure) when (failure is LedgerFencedException or LedgerUnavailableException)
        {
            if (IsAlive && (failure is LedgerFencedException || open?.Live.Failed != false))
                GiveWay();
        }
        catch (Exception failure)
        {
            if (IsAlive)
                world.Break(failure);
        }
    }

    /// <summary>The activation goes; what it has begun may still come back to its callers.</summary>
    private void GiveWay()
    {
        gone = true;
        world.Trace.Say($"{this} gives way");
    }
}
