using System.Collections.Concurrent;

namespace Yihao.Storage.Tests;

/// <summary>All halls at once.</summary>
public abstract class ManyHallsContract(TestDatabase database) : StorageContract(database)
{
    private const int Halls = 1_000;
    private const int Seed = 20261123;

    [Fact]
    public async Task A_thousand_halls_at_once_have_whole_ledgers_afterwards()
    {
        var ledger = Database.Ledger(Database.Options with { BatchEntries = 500 });
        var pens = new ConcurrentBag<HallPen>();
        await Parallel.ForAsync(0, Halls, Cancellation, async (hall, cancellation) =>
        {
            var pen = new HallPen(await ledger.Open($"45{hall:0000}", cancellation));
            var random = new Random(Seed + hall);
            var appends = new List<Task>();
            for (var command = random.Next(1, 20); command > 0; command--)
            {
                appends.Add(pen.Append(random.Next(1, 5)));
                if (random.Next(3) == 0)
                    await appends[^1];
            }

            await Task.WhenAll(appends);
            pens.Add(pen);
        }).WaitAsync(Limit * 2, Cancellation);

        var entries = 0L;
        await foreach (var report in Database.Verifier().VerifyAll(Cancellation))
        {
            Assert.Empty(report.Findings);
            entries += report.Entries;
        }

        Assert.Equal(Halls, pens.Count);
        Assert.Equal(pens.Sum(pen => pen.Seq), entries);
    }
}

public sealed class SqliteManyHallsTests() : ManyHallsContract(new SqliteTestDatabase());

public sealed class PostgreSqlManyHallsTests(PostgresCluster cluster)
    : ManyHallsContract(new PostgreSqlTestDatabase(cluster.Server));
