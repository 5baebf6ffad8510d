using Microsoft.Extensions.DependencyInjection;
using Yihao.Grains.Ports;

namespace Yihao.Storage.Tests;

/// <summary>What somebody changes behind the storage's back is found, with hall and seq.</summary>
public abstract class VerifierContract(TestDatabase database) : StorageContract(database)
{
    [Theory]
    [InlineData("update hall_event set payload = '{}' where hall = '1' and seq = 7", 7, LedgerFault.WrongHash)]
    [InlineData("update hall_event set clerk = 'x' where hall = '1' and seq = 7", 7, LedgerFault.WrongHash)]
    [InlineData("update hall_event set ticket = null where hall = '1' and seq = 7", 7, LedgerFault.WrongHash)]
    [InlineData("update hall_event set kind = 'called' where hall = '1' and seq = 12", 12, LedgerFault.WrongHash)]
    [InlineData("delete from hall_event where hall = '1' and seq = 7", 7, LedgerFault.Gap)]
    [InlineData("delete from hall_event where hall = '1' and seq = 1", 1, LedgerFault.Gap)]
    [InlineData("delete from hall_event where hall = '1' and seq = 12", 12, LedgerFault.Gap)]
    [InlineData("delete from hall_event where hall = '1'", 1, LedgerFault.Gap)]
    [InlineData("update hall_head set last_seq = 11 where hall = '1'", 11, LedgerFault.WrongHead)]
    [InlineData("delete from hall_head where hall = '1'", 12, LedgerFault.NoHead)]
    public async Task A_change_is_found_where_it_was_made(string change, long seq, LedgerFault fault)
    {
        await Write();
        await Database.Execute(change.Replace("'{}'", Bytes("{}"), StringComparison.Ordinal));
        var reports = await VerifyAll();
        Assert.Equal(["1", "2"], reports.Select(report => report.Hall));
        Assert.Equal(new LedgerFinding("1", seq, fault), reports[0].Findings[0]);
        Assert.Empty(reports[1].Findings);
        Assert.Equal(12, reports[1].Entries);
    }

    [Fact]
    public async Task After_a_restore_every_ledger_has_a_new_id_and_its_old_session_is_fenced()
    {
        var process = Database.Process();
        var pen = new HallPen(await process.GetRequiredService<ILedger>().Open("1", Cancellation));
        await pen.Append().WaitAsync(Limit, Cancellation);
        Assert.Equal(1, await Database.Process().GetRequiredService<RestoredLedgers>().Renew(Cancellation));

        await Assert.ThrowsAsync<LedgerFencedException>(() => pen.Append().WaitAsync(Limit, Cancellation));
        var renewed = await process.GetRequiredService<ILedger>().Open("1", Cancellation);
        Assert.NotEqual(pen.Session.Ledger, renewed.Ledger);
        Assert.Matches("^[0-9a-f]{32}$", renewed.Ledger);
        Assert.Equal(pen.Session.LinkKey, renewed.LinkKey);
        await new HallPen(renewed).Append().WaitAsync(Limit, Cancellation);
        Assert.All(await VerifyAll(), report => Assert.Empty(report.Findings));
    }

    [Fact]
    public async Task Time_that_runs_backwards_is_found()
    {
        await Write();
        await Database.Execute(Earlier("hall = '1' and seq = 7"));
        var findings = (await Database.Verifier().Verify("1", Cancellation)).Findings;
        Assert.Equal(
            [new LedgerFinding("1", 7, LedgerFault.WrongHash), new LedgerFinding("1", 7, LedgerFault.TimeBackwards)],
            findings);
    }

    [Fact]
    public async Task A_row_that_was_changed_together_with_its_hash_is_found_at_the_next_one()
    {
        await Write();
        var ledger = Database.Ledger();
        var before = (await ledger.Read("1", 5, 1, Cancellation))[0];
        var forged = (await ledger.Read("1", 6, 1, Cancellation))[0] with { Clerk = "x" };
        var hash = Convert.ToHexStringLower(LedgerChain.HashOf(before.Hash, "1", forged));
        await Database.Execute(
            $"update hall_event set clerk = 'x', hash = {Hex(hash)} where hall = '1' and seq = 7");
        var findings = (await Database.Verifier().Verify("1", Cancellation)).Findings;
        Assert.Equal([new LedgerFinding("1", 8, LedgerFault.WrongHash)], findings);
    }

    [Fact]
    public async Task A_ledger_that_grows_meanwhile_is_whole()
    {
        var pen = new HallPen(await Database.Ledger().Open(Hall, Cancellation));
        var verifier = Database.Verifier();
        for (var round = 0; round < 50; round++)
        {
            var append = pen.Append(20);
            Assert.Empty((await verifier.Verify(Hall, Cancellation)).Findings);
            await append.WaitAsync(Limit, Cancellation);
        }
    }

    protected abstract string Hex(string hex);

    protected abstract string Earlier(string rows);

    private string Bytes(string text) =>
        Hex(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(text)));

    private async Task Write()
    {
        var ledger = Database.Ledger();
        foreach (var hall in new[] { "1", "2" })
            await new HallPen(await ledger.Open(hall, Cancellation)).Append(12).WaitAsync(Limit, Cancellation);
        await Database.Close();
    }

    private async Task<List<LedgerReport>> VerifyAll()
    {
        var reports = new List<LedgerReport>();
        await foreach (var report in Database.Verifier().VerifyAll(Cancellation))
            reports.Add(report);
        return reports;
    }
}

public sealed class SqliteVerifierTests() : VerifierContract(new SqliteTestDatabase())
{
    protected override string Hex(string hex) => $"x'{hex}'";

    protected override string Earlier(string rows) => $"update hall_event set at = at - 60000000 where {rows}";
}

public sealed class PostgreSqlVerifierTests(PostgresCluster cluster)
    : VerifierContract(new PostgreSqlTestDatabase(cluster.Server))
{
    protected override string Hex(string hex) => $"'\\x{hex}'::bytea";

    protected override string Earlier(string rows) =>
        $"update hall_event set at = at - interval '1 minute' where {rows}";
}
