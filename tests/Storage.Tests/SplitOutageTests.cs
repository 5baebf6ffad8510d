using Microsoft.Extensions.DependencyInjection;
using Yihao.Grains.Ports;

namespace Yihao.Storage.Tests;

/// <summary>One of the ledger's servers goes away: servers of their own, because the others' tests go on.</summary>
public sealed class SplitOutageTests : IAsyncLifetime
{
    private const string MainCounty = "450512";
    private const string FurtherCounty = "450521";
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(60);
    private readonly SplitServers _servers = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _servers.InitializeAsync();

    public async ValueTask DisposeAsync() => await _servers.DisposeAsync();

    [Fact]
    public async Task A_server_that_is_down_stops_only_its_own_counties()
    {
        await using var databases = await _servers.Make();
        var process = databases.Process();
        var ledger = process.GetRequiredService<ILedger>();
        var health = process.GetRequiredService<ILedgerHealth>();
        var here = new HallPen(await ledger.Open(MainCounty, Cancellation));
        var there = new HallPen(await ledger.Open(FurtherCounty, Cancellation));
        await Task.WhenAll(here.Append(), there.Append());
        Assert.Empty(await health.Silent(_limit, Cancellation));
        await _servers.Servers[1].StopServer();

        var lost = there.Append();
        for (var i = 0; i < 20; i++)
            await here.Append().WaitAsync(_limit, Cancellation);
        await new HallPen(await ledger.Open(MainCounty + "001", Cancellation)).Append().WaitAsync(_limit, Cancellation);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => lost.WaitAsync(_limit, Cancellation));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.Open(FurtherCounty, Cancellation));
        Assert.True(here.Session.HasRoom);
        Assert.Equal([MainCounty, MainCounty + "001"], await ledger.Halls(Cancellation));
        Assert.True(await health.Answers(_limit, Cancellation));
        Assert.Equal([1], await health.Silent(_limit, Cancellation));
        // A node starts without it, but not with a list that it cannot hold against what it says of itself.
        Assert.Equal([1], StorageSchema.Migrate(databases.Options, withoutSilent: true));
        Assert.ThrowsAny<Exception>(() => StorageSchema.Migrate(databases.Options));
        Assert.ThrowsAny<Exception>(() => StorageSchema.Migrate(
            databases.Options with { Ledgers = [.. databases.Options.Ledgers, databases.Options.Ledgers[0]] },
            withoutSilent: true));

        await _servers.Servers[1].StartServer();
        var again = new HallPen(await ledger.Open(FurtherCounty, Cancellation));
        Assert.Equal(1, again.Session.OpenedAtSeq);
        await again.Append().WaitAsync(_limit, Cancellation);
        Assert.Equal((3, 24L), await databases.Verify());
    }
}
