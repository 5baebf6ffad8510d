using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Yihao.Contracts;
using Yihao.Grains.Halls;

namespace Yihao.Cluster.Tests.Halls;

/// <summary>A hall goes on while its snapshot is packed, and what is stored at its end is its end.</summary>
public sealed class SnapshotPackingTests : IAsyncLifetime
{
    private const int Lives = Snapshots.Apart / 4 + 10;

    /// <summary>Far longer than a hall takes for what it must not do.</summary>
    private static readonly TimeSpan AWhile = TimeSpan.FromMilliseconds(500);

    private readonly HeldPacking packing = new();
    private HallCluster cluster = null!;

    public async ValueTask InitializeAsync() =>
        cluster = await HallCluster.Start(HallCluster.NewSqlite(), packing: packing);

    public ValueTask DisposeAsync()
    {
        packing.End();
        return cluster.DisposeAsync();
    }

    [Fact]
    public async Task A_snapshot_is_of_the_moment_when_it_was_frozen_and_numbers_are_taken_meanwhile()
    {
        await BecomeDue();
        await cluster.Take(10);
        var before = await LastSeq();
        await Freeze();
        await cluster.Take(10);
        var after = await LastSeq();
        packing.Go();
        await Retry.For(async () => (await Stored()).Seq > 0, "the snapshot");

        var stored = (await Stored()).ToSnapshot()!;

        Assert.InRange(stored.Seq, before, after - 10);
        packing.End();
        await cluster.Cluster.DeactivateAsync(cluster.HallGrain());
        Assert.Equal(stored.Seq, await UsedSeq(stored));
    }

    [Fact]
    public async Task A_hall_that_goes_waits_for_the_one_under_way_and_stores_the_last()
    {
        await BecomeDue();
        await Freeze();
        await cluster.Take(10);

        var going = cluster.Cluster.DeactivateAsync(cluster.HallGrain());
        await Task.WhenAny(going, Task.Delay(AWhile));
        Assert.Equal(1, packing.Asked);
        Assert.False(going.IsCompleted);
        packing.Go();
        await StoreTheLast(going);
    }

    [Fact]
    public async Task One_that_failed_keeps_no_later_one_from_being_stored()
    {
        await BecomeDue();
        await Freeze();

        var going = cluster.Cluster.DeactivateAsync(cluster.HallGrain());
        packing.Go(fails: true);
        await StoreTheLast(going);
    }

    /// <summary>Of each citizen four events: taken, called, and with the next call started and finished.</summary>
    private async Task BecomeDue()
    {
        var window = await cluster.OpenGeneral();
        await cluster.Take(Lives);
        for (var i = 0; i < Lives; i++)
        {
            var request = Asks.At(window, new CallNextAct(FinishCurrent: true));
            await Retry.Accepted(() => cluster.WindowGrain(window).Act(request));
        }

        await Retry.For(() => Task.FromResult(packing.Asked == 1), "a hall that asks for room");
    }

    private async Task Freeze()
    {
        packing.Go();
        await Retry.For(() => Task.FromResult(packing.Frozen == 1), "an image");
    }

    private async Task StoreTheLast(Task going)
    {
        await Retry.For(() => Task.FromResult(packing.Asked == 2), "a hall that asks for room once more");
        packing.End();
        await going;
        var stored = (await Stored()).ToSnapshot()!;
        Assert.Equal(await LastSeq(), stored.Seq);
        Assert.Equal(stored.Seq, await UsedSeq(stored));
    }

    private async Task<HallSnapshotState> Stored()
    {
        var services = cluster.Cluster.Silos[0].ServiceProvider;
        var storage = services.GetRequiredKeyedService<IGrainStorage>(HallGrain.SnapshotStorage);
        var state = new GrainState<HallSnapshotState> { State = new() };
        await storage.ReadStateAsync("snapshot", cluster.HallGrain().GetGrainId(), state);
        return state.State;
    }

    /// <summary>Of the snapshot that a start uses: 0 when it fits the ledger in nothing.</summary>
    private async Task<long> UsedSeq(HallSnapshot stored)
    {
        var session = await cluster.Ledger.Open(HallCluster.Hall, CancellationToken.None);
        return (await HallLoading.Load(cluster.Ledger, session, stored, CancellationToken.None)).SnapshotSeq;
    }

    private async Task<long> LastSeq() => (await cluster.WholeLedger())[^1].Seq;
}
