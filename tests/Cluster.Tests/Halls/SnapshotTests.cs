using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Yihao.Grains.Codec;
using Yihao.Grains.Halls;
using Yihao.Rules;
using Yihao.Storage;
using Yihao.Tests.Shared;

namespace Yihao.Cluster.Tests.Halls;

/// <summary>One contract, both databases: what Orleans persistence keeps is used, and never trusted.</summary>
public abstract class SnapshotContract
{
    private const int Numbers = 300;

    internal abstract Task<StorageOptions> NewDatabase();

    [Fact]
    public async Task A_hall_comes_back_from_its_snapshot_and_the_tail_behind_it()
    {
        var storage = await NewDatabase();
        await using var cluster = await HallCluster.Start(storage);
        await cluster.Take(Numbers);
        await cluster.Cluster.DeactivateAsync(cluster.HallGrain());
        await cluster.Take(3);
        await cluster.Cluster.KillSiloAsync(cluster.Cluster.Silos[0]);
        await cluster.Cluster.StartAdditionalSiloAsync();

        var summary = await Retry.Accepted(() => cluster.HallGrain().Summarize());

        Assert.Equal(Numbers + 3, summary.Waiting);
        var next = await Retry.Accepted(() => cluster.HallGrain().TakeNumber(Asks.Take()));
        Assert.EndsWith($"A{Numbers + 4}", next.Ticket, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_is_really_read_back_and_one_that_does_not_fit_is_left_aside()
    {
        var storage = await NewDatabase();
        await using var cluster = await HallCluster.Start(storage);
        await cluster.Take(Numbers);
        await cluster.Cluster.DeactivateAsync(cluster.HallGrain());
        var session = await cluster.Ledger.Open(HallCluster.Hall, CancellationToken.None);
        var loaded = await HallLoading.Load(cluster.Ledger, session, null, CancellationToken.None);
        var hall = loaded.Hall!;
        var good = HallSnapshot.Of(HallImage.Of(hall), session.OpenedAtHash);

        var used = await HallLoading.Load(cluster.Ledger, session, good, CancellationToken.None);
        Assert.Equal((hall.Seq, hall.Seq), (used.SnapshotSeq, used.Hall!.Seq));
        HallSnapshot[] wrong =
        [
            good with { Hash = new byte[32] },
            good with { Seq = good.Seq - 1 },
            good with { Seq = good.Seq + 1 },
            good with { Image = [1, 2, 3] },
        ];
        foreach (var snapshot in wrong)
        {
            var anew = await HallLoading.Load(cluster.Ledger, session, snapshot, CancellationToken.None);
            Assert.Equal((0, hall.Seq), (anew.SnapshotSeq, anew.Hall!.Seq));
        }
    }

    [Fact]
    public async Task A_snapshot_is_stored_as_it_is_and_what_was_stored_before_is_still_read()
    {
        var storage = await NewDatabase();
        await using var cluster = await HallCluster.Start(storage);
        var services = cluster.Cluster.Silos[0].ServiceProvider;
        var json = services.GetRequiredService<IGrainStorageSerializer>();
        var stored = services.GetRequiredKeyedService<IGrainStorage>(HallGrain.SnapshotStorage);
        var snapshots = new SnapshotSerializer(json);
        var state = new HallSnapshotState
        {
            Seq = 7_000_000_000, Hash = [.. Enumerable.Range(0, 32).Select(i => (byte)i)], Image = [0, 255, 7],
        };

        var kept = new GrainState<HallSnapshotState> { State = state };
        await stored.WriteStateAsync("state", GrainId.Create("hall", "a"), kept);
        var read = new GrainState<HallSnapshotState>();
        await stored.ReadStateAsync("state", GrainId.Create("hall", "a"), read);
        Assert.Equivalent(state, read.State, strict: true);

        var older = snapshots.Deserialize<HallSnapshotState>(json.Serialize(state));
        Assert.Equivalent(state, older, strict: true);
        Assert.Equal(1 + 8 + 32 + 3, snapshots.Serialize(state).ToMemory().Length);
        byte[][] wrong = [[], [1], [1, .. new byte[39]], [2, .. new byte[100]]];
        foreach (var bytes in wrong)
            Assert.Null(snapshots.Deserialize<HallSnapshotState>(new BinaryData(bytes))!.ToSnapshot());
    }
}

public sealed class SqliteSnapshotTests : SnapshotContract
{
    internal override Task<StorageOptions> NewDatabase() => Task.FromResult(HallCluster.NewSqlite());
}

public sealed class PostgreSqlSnapshotTests : SnapshotContract, IAsyncDisposable
{
    private ThrowawayPostgres? postgres;

    internal override async Task<StorageOptions> NewDatabase()
    {
        postgres = await ThrowawayPostgres.Start();
        var connection = postgres.ConnectionString("postgres");
        return new() { Provider = StorageProvider.PostgreSql, ConnectionString = connection };
    }

    public async ValueTask DisposeAsync()
    {
        if (postgres is not null)
            await postgres.DisposeAsync();
    }
}
