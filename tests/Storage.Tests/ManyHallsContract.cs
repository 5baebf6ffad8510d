using System.Collections.Concurrent;
using Yihao.Grains.Ports;

namespace Yihao.Storage.Tests;

/// <summary>All halls at once.</summary>
public abstract class ManyHallsContract(TestDatabase database) : StorageContract(database)
{
    private const int Halls = 1_000;
    private const int Seed = 20261123;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_thousand_halls_at_once_have_whole_ledgers_afterwards(int writers)
    {
        var ledger = Database.Ledger(Database.Options with { BatchEntries = 500, Writers = writers });
        var pens = new ConcurrentBag<HallPen>();
        var crowd = new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = Cancellation };
        await Parallel.ForAsync(0, Halls, crowd, async (hall, cancellation) =>
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

    [Fact]
    public async Task Processes_that_take_halls_from_each_other_lose_nothing_that_was_acknowledged()
    {
        ILedger[] processes = [Database.Ledger(), Database.Ledger(), Database.Ledger()];
        var acknowledged = new ConcurrentBag<(string Hall, string Command, int Entries)>();
        var fenced = 0;
        var crowd = new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation };
        await Parallel.ForAsync(0, 400, crowd, async (turn, cancellation) =>
        {
            var random = new Random(Seed + turn);
            var pen = new HallPen(await processes[turn % 3].Open($"4505{random.Next(8):00}", cancellation));
            for (var command = 0; command < 10; command++)
            {
                var (name, entries) = ($"t{turn}c{command}", random.Next(1, 4));
                try
                {
                    await pen.Append(entries, name);
                    acknowledged.Add((pen.Session.Hall, name, entries));
                }
                catch (LedgerFencedException)
                {
                    Interlocked.Increment(ref fenced);
                    return;
                }
            }
        }).WaitAsync(Limit * 2, Cancellation);

        var written = new Dictionary<(string, string), int>();
        await foreach (var report in Database.Verifier().VerifyAll(Cancellation))
        {
            Assert.Empty(report.Findings);
            foreach (var entry in await processes[0].Read(report.Hall, 0, 10_000, Cancellation))
                written[(report.Hall, entry.Kind)] = written.GetValueOrDefault((report.Hall, entry.Kind)) + 1;
        }

        // Nothing else is there either: a command that was refused as fenced was not written.
        Assert.Equal(acknowledged.ToDictionary(ack => (ack.Hall, ack.Command), ack => ack.Entries), written);
        Assert.True(fenced > 0);
    }
}

public sealed class SqliteManyHallsTests() : ManyHallsContract(new SqliteTestDatabase());

public sealed class PostgreSqlManyHallsTests(PostgresCluster cluster)
    : ManyHallsContract(new PostgreSqlTestDatabase(cluster.Server));
