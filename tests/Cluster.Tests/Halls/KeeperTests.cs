using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Yihao.Grains.Halls;
using Yihao.Grains.Placement;
using Yihao.Grains.Ports;

namespace Yihao.Cluster.Tests.Halls;

public sealed class KeeperTests
{
    [Fact]
    public async Task A_ledger_that_does_not_load_stops_its_own_hall_and_no_other()
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite());
        await Retry.Accepted(() => cluster.HallGrain().TakeNumber(Asks.Take("good")));
        await WriteWhatNobodyKnows(cluster.Ledger, HallCluster.OtherHall);
        await cluster.Cluster.DeactivateAsync(cluster.HallGrain());

        var homes = cluster.Cluster.Silos[0].ServiceProvider.GetRequiredService<HallHomes>();
        using var keeper = new Keeper(
            cluster.Ledger, cluster.Cluster.Client, homes, TimeProvider.System, NullLogger<Keeper>.Instance);
        await keeper.StartAsync(CancellationToken.None);

        await Retry.For(
            () => Task.FromResult(cluster.Cluster.TryGetGrainContext(cluster.HallGrain().GetGrainId(), out _)),
            "the good hall awake");
        Assert.False(keeper.ExecuteTask!.IsCompleted);
        await keeper.StopAsync(CancellationToken.None);
    }

    private static async Task WriteWhatNobodyKnows(ILedger ledger, string hall)
    {
        var session = await ledger.Open(hall, CancellationToken.None);
        var entry = new LedgerEntry(
            1, DateTimeOffset.UnixEpoch, "fromTheFuture", null, null, null, "{}"u8.ToArray(), []);
        await session.Append([entry with { Hash = LedgerChain.HashOf(LedgerChain.Root, hall, entry) }]);
    }
}
