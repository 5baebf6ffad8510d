using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Orleans.TestingHost;

namespace Yihao.Storage.Tests;

/// <summary>Orleans' own AdoNet storage on our scripts.</summary>
public abstract class SnapshotContract(TestDatabase database) : StorageContract(database)
{
    private static readonly GrainId _hall = GrainId.Create("hall", Hall);

    [Fact]
    public async Task A_snapshot_is_written_read_replaced_and_cleared()
    {
        await using var cluster = await Silo(deleteOnClear: false);
        var storage = Storage(cluster);
        var snapshot = Kept([1, 2, 3]);
        await storage.WriteStateAsync("state", _hall, snapshot);
        Assert.Equal("1", snapshot.ETag);
        snapshot.State = [4, 5];
        await storage.WriteStateAsync("state", _hall, snapshot);
        Assert.Equal("2", snapshot.ETag);

        var read = await Read(storage);
        Assert.Equal([4, 5], read.State!);
        Assert.Equal("2", read.ETag);
        Assert.True(read.RecordExists);

        await storage.ClearStateAsync("state", _hall, read);
        var cleared = await Read(storage);
        Assert.False(cleared.RecordExists);
        cleared.State = [6];
        await storage.WriteStateAsync("state", _hall, cleared);
        Assert.Equal([6], (await Read(storage)).State!);
    }

    [Fact]
    public async Task A_snapshot_of_an_older_version_is_refused()
    {
        await using var cluster = await Silo(deleteOnClear: true);
        var storage = Storage(cluster);
        var mine = Kept([1]);
        await storage.WriteStateAsync("state", _hall, mine);
        var other = await Read(storage);
        other.State = [2];
        await storage.WriteStateAsync("state", _hall, other);

        mine.State = [3];
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("state", _hall, mine));
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.ClearStateAsync("state", _hall, mine));
        var fresh = Kept([4]);
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("state", _hall, fresh));
        Assert.Equal([2], (await Read(storage)).State!);

        // A refused write leaves nothing open: the next one goes through.
        await storage.ClearStateAsync("state", _hall, other);
        Assert.False((await Read(storage)).RecordExists);
        await storage.WriteStateAsync("state", _hall, Kept([5]));
        Assert.Equal([5], (await Read(storage)).State!);
    }

    [Fact]
    public async Task Snapshots_of_many_halls_are_kept_apart()
    {
        await using var cluster = await Silo(deleteOnClear: false);
        var storage = Storage(cluster);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(hall => storage.WriteStateAsync(
            "state", GrainId.Create("hall", $"{hall}"), Kept(new byte[hall + 1]))));
        for (var hall = 0; hall < 200; hall += 17)
        {
            var read = new GrainState<List<byte>>();
            await storage.ReadStateAsync("state", GrainId.Create("hall", $"{hall}"), read);
            Assert.Equal(hall + 1, read.State!.Count);
        }
    }

    private static GrainState<List<byte>> Kept(byte[] bytes) => new() { State = [.. bytes] };

    private static async Task<GrainState<List<byte>>> Read(IGrainStorage storage)
    {
        var state = new GrainState<List<byte>>();
        await storage.ReadStateAsync("state", _hall, state);
        return state;
    }

    private static IGrainStorage Storage(InProcessTestCluster cluster) =>
        cluster.GetSiloServiceProvider().GetRequiredKeyedService<IGrainStorage>("snapshots");

    private async Task<InProcessTestCluster> Silo(bool deleteOnClear)
    {
        var database = Database.Process().GetRequiredService<OrleansDatabase>();
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo.AddAdoNetGrainStorage("snapshots", options =>
        {
            options.Invariant = database.Invariant;
            options.ConnectionString = database.ConnectionString;
            options.DeleteStateOnClear = deleteOnClear;
        }));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }
}

public sealed class SqliteSnapshotTests() : SnapshotContract(new SqliteTestDatabase());

public sealed class PostgreSqlSnapshotTests(PostgresCluster cluster)
    : SnapshotContract(new PostgreSqlTestDatabase(cluster.Server));
