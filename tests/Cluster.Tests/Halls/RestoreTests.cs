using Microsoft.Extensions.DependencyInjection;
using Yihao.Contracts;
using Yihao.Storage;
using Yihao.Tests.Shared;

namespace Yihao.Cluster.Tests.Halls;

/// <summary>A dump made under load, restored into a fresh server: whole, and the halls go on from it.</summary>
public sealed class RestoreTests
{
    [Fact]
    public async Task A_dump_made_under_load_is_whole_in_a_fresh_server_and_the_hall_goes_on_from_it()
    {
        var dump = Path.GetTempFileName();
        try
        {
            var seen = await DumpUnderLoad(dump);

            await using var fresh = await ThrowawayPostgres.Start();
            await fresh.Tool("pg_restore", $"--create --dbname=template1 {dump}");
            await GoOn(fresh, seen);
        }
        finally
        {
            File.Delete(dump);
        }
    }

    private static async Task<AsOf> DumpUnderLoad(string dump)
    {
        await using var postgres = await ThrowawayPostgres.Start();
        await postgres.Tool("createdb", "yihao");
        await using var cluster = await HallCluster.Start(Options(postgres));
        for (var i = 0; i < 50; i++)
            await Retry.Accepted(() => cluster.HallGrain().TakeNumber(Asks.Take($"before-{i}")));
        using var enough = new CancellationTokenSource();
        var load = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
                await Retry.Accepted(() => cluster.HallGrain().TakeNumber(Asks.Take()));
        });
        await postgres.Tool("pg_dump", $"--format=custom --file={dump} yihao");
        await enough.CancelAsync();
        await load;
        return (await Retry.Until(() => cluster.HallGrain().Board())).AsOf;
    }

    private static async Task GoOn(ThrowawayPostgres fresh, AsOf seen)
    {
        await using (var storage = new ServiceCollection().AddYihaoStorage(Options(fresh)).BuildServiceProvider())
            Assert.Equal(1, await storage.GetRequiredService<RestoredLedgers>().Renew(CancellationToken.None));
        await using var cluster = await HallCluster.Start(Options(fresh));
        var restored = await cluster.WholeLedger();
        Assert.InRange(restored.Count(e => e.Kind == "taken"), 50, seen.Seq);

        var again = await Retry.Until(() => cluster.HallGrain().TakeNumber(Asks.Take("before-7")));
        Assert.True(Assert.IsType<Accepted<TicketTaken>>(again).Repeated);
        Assert.NotEqual(seen.Ledger, again.AsOf.Ledger);
        await Retry.Accepted(() => cluster.HallGrain().TakeNumber(Asks.Take("after")));
        Assert.Equal(restored.Count + 1, (await cluster.WholeLedger()).Count);
    }

    private static StorageOptions Options(ThrowawayPostgres postgres) => new()
    {
        Provider = StorageProvider.PostgreSql,
        ConnectionString = postgres.ConnectionString("yihao"),
    };
}
