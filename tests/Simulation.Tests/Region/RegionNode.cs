using Microsoft.Extensions.Logging.Abstractions;
using Yihao.Grains.Halls;
using Yihao.Grains.Ports;

namespace Yihao.Simulation.Tests.Region;

/// <summary>One activation of one hall: the shipping code with a thread and a death of its own.</summary>
internal sealed class RegionNode(RegionWorld world, RegionHall hall) : IProcess
{
    private OpenHall? open;
    private bool gone;

    public Loop Loop { get; } = new();

    public bool IsAlive => !gone && !Loop.IsDead;

    public bool IsUp => open is not null && IsAlive;

    public OpenHall Open => open!;

    public bool DiesAtAppend()
    {
        if (!world.Chance.Percent(hall.Ledger.Trouble / 20))
            return false;
        Loop.Kill();
        return true;
    }

    public void Start(HallSnapshot? snapshot)
    {
        var around = new HallSurroundings(
            world.Clock.SeenWith(TimeSpan.Zero, ticks: true),
            Attempt: null,
            other => HallByMail.To(world.Halls[other], world.Post),
            _ => UnwatchedWindow.Instance,
            _ => { },
            NullLogger.Instance);
        Loop.Run(() => _ = Guard(async () => open = await OpenHall.Open(
            hall.Catalogue, hall.Ledger.SeenBy(this), snapshot, around, CancellationToken.None)));
    }

    public void Tick() => Loop.Run(() => _ = Guard(async () =>
    {
        await open!.Live.Execute(new PassTime(), null, (_, decision, _) => decision);
        open.Tiers.Tick();
    }));

    public void Freeze() => Loop.Run(() => _ = Guard(async () =>
    {
        var (image, hash) = (HallImage.Of(open!.Live.Hall), open.Live.LastHash);
        await open.Live.Durable();
        hall.Snapshots.Add(HallSnapshot.Of(image, hash));
    }));

    /// <summary>Somebody asks; <paramref name="done"/> is told when there is an answer, or an exception.</summary>
    public void Serve<T>(Func<OpenHall, Task<T>> ask, Action<Task<T>> done) => Loop.Run(() => _ = Guard(async () =>
    {
        var asked = ask(open!);
        try
        {
            await asked;
        }
        finally
        {
            if (!Loop.IsDead)
                done(asked);
        }
    }));

    private async Task Guard(Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (Exception failure) when (failure is LedgerFencedException or LedgerUnavailableException)
        {
            gone |= failure is LedgerFencedException || open?.Live.Failed != false;
        }
        catch (Exception failure)
        {
            world.Break(failure);
        }
    }
}
