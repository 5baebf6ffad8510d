using Microsoft.Extensions.DependencyInjection;
using Yihao.Grains.Ports;

namespace Yihao.Storage.Tests;

public abstract class NetworkContract(TestDatabase database) : StorageContract(database)
{
    [Fact]
    public async Task The_last_network_saved_is_in_force_and_the_ones_before_are_kept()
    {
        var store = Database.Process().GetRequiredService<INetworkStore>();
        Assert.Null(await store.Load(Cancellation));
        Assert.Equal(0, await store.Version(Cancellation));
        await store.Save("""{"halls":[{"hall":"450521","name":"合浦县政务服务中心"}]}""", Cancellation);
        var version = await store.Version(Cancellation);
        await store.Save("second 🙂\n", Cancellation);
        Assert.InRange(await store.Version(Cancellation), version + 1, long.MaxValue);
        Assert.True(await store.Held("""{"halls":[{"hall":"450521","name":"合浦县政务服务中心"}]}""", Cancellation));
        Assert.False(await store.Held("third", Cancellation));
        await Database.Close();

        var again = Database.Process().GetRequiredService<INetworkStore>();
        Assert.Equal("second 🙂\n", await again.Load(Cancellation));
        await using var connection = await Database.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = "select content from network order by version";
        var first = (string?)await command.ExecuteScalarAsync(Cancellation);
        Assert.StartsWith("""{"halls":""", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_there_answers()
    {
        var health = Database.Process().GetRequiredService<ILedgerHealth>();
        Assert.True(await health.Answers(TimeSpan.FromSeconds(10), Cancellation));
    }
}

public sealed class SqliteNetworkTests() : NetworkContract(new SqliteTestDatabase());

public sealed class PostgreSqlNetworkTests(PostgresCluster cluster)
    : NetworkContract(new PostgreSqlTestDatabase(cluster.Server));
