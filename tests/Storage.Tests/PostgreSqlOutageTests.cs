using Microsoft.Extensions.DependencyInjection;
using Yihao.Grains.Ports;
using Yihao.Tests.Shared;

namespace Yihao.Storage.Tests;

/// <summary>The whole server goes away: a cluster of its own, because the others' tests go on.</summary>
public sealed class PostgreSqlOutageTests : IAsyncLifetime
{
    private const int LogDatabaseBack = 3008;
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(60);
    private ThrowawayPostgres? _postgres;
    private PostgreSqlTestDatabase? _database;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _postgres = await ThrowawayPostgres.Start();
        await PostgresCluster.Prepare(_postgres);
        _database = new PostgreSqlTestDatabase(_postgres);
        await _database.Make();
    }

    public async ValueTask DisposeAsync()
    {
        await _database!.Close();
        await _postgres!.DisposeAsync();
    }

    [Fact]
    public async Task Appends_wait_for_a_database_that_comes_back_in_time()
    {
        var process = _database!.Process(_database.Options with { DownLimit = TimeSpan.FromSeconds(60) });
        var ledger = process.GetRequiredService<ILedger>();
        var health = process.GetRequiredService<ILedgerHealth>();
        var pens = new List<HallPen>();
        for (var hall = 0; hall < 20; hall++)
            pens.Add(new HallPen(await ledger.Open($"4505{hall:00}", Cancellation)));
        var appends = pens.Select(pen => pen.Append(2)).ToList();
        await _postgres!.StopServer();
        appends.AddRange(pens.Select(pen => pen.Append(3)));
        Assert.False(await health.Answers(TimeSpan.FromSeconds(3), Cancellation));
        await Assert.ThrowsAsync<TimeoutException>(
            () => appends[^1].WaitAsync(TimeSpan.FromSeconds(3), Cancellation));
        await _postgres.StartServer();

        await Task.WhenAll(appends).WaitAsync(_limit, Cancellation);
        Assert.True(await health.Answers(TimeSpan.FromSeconds(3), Cancellation));
        Assert.Contains(_database.Log.Lines, line => line.Id == LogDatabaseBack);
        foreach (var pen in pens)
            Assert.Equal(5, (await ledger.Read(pen.Session.Hall, 0, 100, Cancellation)).Count);
        await foreach (var report in _database.Verifier().VerifyAll(Cancellation))
            Assert.Empty(report.Findings);
    }

    [Fact]
    public async Task A_database_that_stays_away_fails_the_session_and_serves_the_next_one()
    {
        var ledger = _database!.Ledger(_database.Options with { DownLimit = TimeSpan.FromSeconds(1) });
        var pen = new HallPen(await ledger.Open("450521", Cancellation));
        await pen.Append().WaitAsync(_limit, Cancellation);
        await _postgres!.StopServer();
        var append = pen.Append();
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => append.WaitAsync(_limit, Cancellation));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => pen.Append());
        Assert.False(pen.Session.HasRoom);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.Open("450521", Cancellation));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.Read("450521", 0, 1, Cancellation));
        await _postgres.StartServer();

        var again = new HallPen(await ledger.Open("450521", Cancellation));
        Assert.Equal(1, again.Session.OpenedAtSeq);
        await again.Append().WaitAsync(_limit, Cancellation);
    }
}
