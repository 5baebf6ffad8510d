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
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(30);
    private static readonly ParallelOptions Together = new() { MaxDegreeOfParallelism = 16 };

    private IReadOnlyList<string> halls = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(Look, time);
        long? wokenAt = null;
        var seen = homes.Changes;
        do
        {
            if (wokenAt is { } woken && homes.Changes == seen && time.GetElapsedTime(woken) < Round)
                continue;
            (wokenAt, seen) = (time.GetTimestamp(), homes.Changes);
            await WakeMine(stoppingToken);
        }
        while (await looks.WaitForNextTickAsync(stoppingToken));
    }

    private async Task WakeMine(CancellationToken stopping)
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

        await Parallel.ForEachAsync(halls.Where(homes.IsHere), Together, async (hall, _) => await Wake(hall));
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
