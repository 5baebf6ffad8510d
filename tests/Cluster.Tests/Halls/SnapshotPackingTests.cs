using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Yihao.Contracts;
using Yihao.Grains.Halls;

namespace Yihao.Cluster.Tests.Halls;

/// <summary>A hall goes on while its snapshot is packed, and what is stored at its end is its end.</summary>
public sealed class SnapshotPackingTests : IAsyncLifetime
{
    private const int Lives = Snapshots.Apart / 4 + 10;

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
    public async Task Numbers_are_taken_while_it_is_packed_and_it_stands_where_it_was_frozen()
    {
        await BecomeDue();

        await cluster.Take(50);
        Assert.Equal(0, await StoredSeq());
        packing.Go();

        await Retry.For(async () => await StoredSeq() > 0, "the snapshot");
        Assert.InRange(await StoredSeq(), Snapshots.Apart, await LastSeq() - 50);
    }

    [Fact]
    public async Task A_hall_that_goes_waits_for_the_one_under_way_and_stores_the_last()
    {
        await BecomeDue();
        await cluster.Take(50);

        var going = cluster.Cluster.DeactivateAsync(cluster.HallGrain());
        packing.Go();
        await IsFrozen(2);
        packing.Go();
        await going;

        Assert.Equal(await LastSeq(), await StoredSeq());
    }

    [Fact]
    public async Task One_that_failed_keeps_no_later_one_from_being_stored()
    {
        await BecomeDue();

        var going = cluster.Cluster.DeactivateAsync(cluster.HallGrain());
        packing.Go(fails: true);
        await IsFrozen(2);
        packing.Go();
        await going;

        Assert.Equal(await LastSeq(), await StoredSeq());
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

        await IsFrozen(1);
    }

    private Task IsFrozen(int images) =>
        Retry.For(() => Task.FromResult(packing.Frozen == images), $"image {images}");

    private async Task<long> StoredSeq()
    {
        var services = cluster.Cluster.Silos[0].ServiceProvider;
        var storage = services.GetRequiredKeyedService<IGrainStorage>(HallGrain.SnapshotStorage);
        var state = new GrainState<HallSnapshotState> { State = new() };
        await storage.ReadStateAsync("snapshot", cluster.HallGrain().GetGrainId(), state);
        return state.State.Seq;
    }

    private async Task<long> LastSeq() => (await cluster.WholeLedger())[^1].Seq;
}
