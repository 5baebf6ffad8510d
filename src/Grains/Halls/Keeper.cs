using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yihao.Contracts;
using Yihao.Grains.Placement;
using Yihao.Grains.Ports;

namespace Yihao.Grains.Halls;

/// <summary>
/// Wakes the halls that belong to this silo, so that holds end, starts are inferred and days begin without anybody
/// looking: at the start, as soon as a silo has come or gone, and now and then.
/// </summary>
public sealed class Keeper(
    ILedger ledger, IGrainFactory grains, HallHomes homes, TimeProvider time, ILogger<Keeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>A node that leaves hands its halls over some time after it is no member any more.</summary>
    private static readonly TimeSpan Restless = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan RestlessRound = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(30);
    private const int Together = 16;

    private IReadOnlyList<string> halls = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(Look, time);
        var seen = 0;
        var (wokenAt, changedAt) = (time.GetTimestamp(), time.GetTimestamp());
        do
        {
            var changed = homes.Changes != seen;
            if (changed)
                (seen, changedAt) = (homes.Changes, time.GetTimestamp());
            var round = time.GetElapsedTime(changedAt) < Restless ? RestlessRound : Round;
            if (!changed && time.GetElapsedTime(wokenAt) < round)
                continue;
            wokenAt = time.GetTimestamp();
            await WakeMine(seen, stoppingToken);
        }
        while (await looks.WaitForNextTickAsync(stoppingToken));
    }

    private async Task WakeMine(int seen, CancellationToken stopping)
    {
        try
        {
            halls = await ledger.Halls(stopping);
        }
        catch (LedgerUnavailableException failure)
        {
            // Those that were there before are there still.
            HallLog.NotWoken(logger, "*", failure);
        }

        // When the members change again, others are more urgent.
        var options = new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = stopping };
        await Parallel.ForEachAsync(
            halls.Where(homes.IsHere).TakeWhile(_ => homes.Changes == seen), options,
            async (hall, _) => await Wake(hall));
    }

    private async Task Wake(string hall)
    {
        try
        {
            await grains.GetGrain<IHallGrain>(hall).Wake();
        }
        catch (Exception failure)
        {
            // Whatever is wrong with one hall, the others are woken: a ledger that does not load stops only itself.
            HallLog.NotWoken(logger, hall, failure);
        }
    }
}
