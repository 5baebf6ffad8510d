using Yihao.Grains.Ports;

namespace Yihao.Storage.Tests;

public sealed class PostgreSqlLedgerTests(PostgresCluster cluster)
    : LedgerContract(new PostgreSqlTestDatabase(cluster.Server))
{
    protected override async Task<IAsyncDisposable> HoldWrites()
    {
        var connection = await Database.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = "begin; lock table hall_event in share mode";
        await command.ExecuteNonQueryAsync(Cancellation);
        return connection;
    }

    // Valid to every check of ours, but PostgreSQL has no U+0000 in a text.
    protected override LedgerEntry Poison(LedgerEntry entry) => entry with { Clerk = "王\0芳" };
}
