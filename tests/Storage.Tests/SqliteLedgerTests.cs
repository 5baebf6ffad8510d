using Microsoft.Data.Sqlite;
using Yihao.Grains.Ports;

namespace Yihao.Storage.Tests;

public sealed class SqliteLedgerTests() : LedgerContract(new SqliteTestDatabase())
{
    [Fact]
    public async Task A_ledger_is_there_after_a_restart()
    {
        var pen = new HallPen(await Database.Ledger().Open(Hall, Cancellation));
        await pen.Append(5).WaitAsync(Limit, Cancellation);
        await Database.Close();
        SqliteConnection.ClearAllPools();

        var ledger = Database.Ledger();
        var again = new HallPen(await ledger.Open(Hall, Cancellation));
        Assert.Equal(5, again.Session.OpenedAtSeq);
        await again.Append(2).WaitAsync(Limit, Cancellation);
        Assert.Equal(7, (await ledger.Read(Hall, 0, 100, Cancellation)).Count);
        Assert.Empty((await Database.Verifier().Verify(Hall, Cancellation)).Findings);
    }

    [Fact]
    public async Task A_file_that_stays_locked_fails_the_session_and_serves_the_next_one()
    {
        var ledger = Database.Ledger(Database.Options with { DownLimit = TimeSpan.FromSeconds(0.5) });
        var pen = new HallPen(await ledger.Open(Hall, Cancellation));
        await using (await HoldWrites())
        {
            await Assert.ThrowsAsync<LedgerUnavailableException>(() => pen.Append().WaitAsync(Limit, Cancellation));
            await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.Open(Hall, Cancellation));
        }

        var again = new HallPen(await ledger.Open(Hall, Cancellation));
        Assert.Equal(0, again.Session.OpenedAtSeq);
        await again.Append().WaitAsync(Limit, Cancellation);
    }

    protected override async Task<IAsyncDisposable> HoldWrites()
    {
        var connection = await Database.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = "begin immediate";
        await command.ExecuteNonQueryAsync(Cancellation);
        return connection;
    }
}
