using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yihao.Contracts;
using Yihao.Grains.Ports;

namespace Yihao.Grains.Halls;

/// <summary>
/// Wakes every hall that has a ledger, at the start and now and then, so that holds end, starts are inferred and days
/// begin without anybody looking, on whichever node the hall lives.
/// </summary>
public sealed class Keeper(ILedger ledger, IGrainFactory grains, TimeProvider time, ILogger<Keeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, time);
        do
        {
            await WakeAll(stoppingToken);
        }
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }

    private async Task WakeAll(CancellationToken stopping)
    {
        try
        {
            foreach (var hall in await ledger.Halls(stopping))
                await Wake(hall);
        }
        catch (LedgerUnavailableException failure)
        {
            HallLog.NotWoken(logger, "*", failure);
        }
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
