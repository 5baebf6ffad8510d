namespace Yihao.Storage.Tests;

public sealed class SqliteLedgerTests() : LedgerContract(new SqliteTestDatabase())
{
    protected override async Task<IAsyncDisposable> HoldWrites()
    {
        var connection = await Database.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = "begin immediate";
        await command.ExecuteNonQueryAsync(Cancellation);
        return connection;
    }
}
