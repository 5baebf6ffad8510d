using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Yihao.Bench.Bare;
using Yihao.Grains.Codec;
using Yihao.Grains.Ports;
using Yihao.Storage;
using Yihao.Tests.Shared;

namespace Yihao.Bench;

/// <summary>
/// Appends to one hall's ledger until they are durable, as many commands at once as the batch says. PostgreSQL with
/// fsync and synchronous_commit on, SQLite with WAL and synchronous FULL, both in a temporary folder. Against one bare
/// fenced insert, whatever the batch: how many commits a batch costs.
/// </summary>
[MemoryDiagnoser]
public class LedgerBench
{
    private const string Hall = "450521";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"yihao-bench-{Environment.ProcessId}");
    private ThrowawayPostgres? postgres;
    private ServiceProvider services = null!;
    private ILedgerSession session = null!;
    private IBareLedger bare = null!;
    private byte[] lastHash = LedgerChain.Root;
    private long lastSeq;

    [Params(StorageProvider.Sqlite, StorageProvider.PostgreSql)]
    public StorageProvider Database { get; set; }

    [Params(1, 16, 256)]
    public int Batch { get; set; }

    [GlobalSetup]
    public async Task Setup()
    {
        (lastHash, lastSeq) = (LedgerChain.Root, 0);
        var options = new StorageOptions { Provider = Database, Path = folder };
        if (Database == StorageProvider.PostgreSql)
        {
            postgres = await ThrowawayPostgres.Start();
            options = options with { ConnectionString = postgres.ConnectionString("postgres") };
        }
        else
        {
            Directory.CreateDirectory(folder);
        }

        StorageSchema.Migrate(options);
        services = new ServiceCollection().AddYihaoStorage(options).BuildServiceProvider();
        session = await services.GetRequiredService<ILedger>().Open(Hall, CancellationToken.None);
        bare = postgres is null
            ? new BareSqlite(Path.Combine(folder, "bare.db"))
            : await BareLedger.Open(options.ConnectionString);
    }

    [Benchmark(Baseline = true)]
    public Task BareInsert() => bare.Insert();

    [Benchmark]
    public Task Append()
    {
        var durable = new Task[Batch];
        for (var i = 0; i < Batch; i++)
            durable[i] = session.Append([Next()]);
        return Task.WhenAll(durable);
    }

    /// <summary>Every entry is there and the chain is whole.</summary>
    [GlobalCleanup]
    public async Task Cleanup()
    {
        var report = await services.GetRequiredService<LedgerVerifier>().Verify(Hall, CancellationToken.None);
        if (report.Findings.Count > 0 || report.Entries != lastSeq)
            throw new InvalidOperationException($"{report.Entries} entries of {lastSeq}: {report}");
        await bare.DisposeAsync();
        await services.DisposeAsync();
        if (postgres is not null)
            await postgres.DisposeAsync();
        postgres = null;
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private LedgerEntry Next()
    {
        var number = (int)(++lastSeq % 9_999) + 1;
        var taken = new NumberTaken(
            new TicketKey(new DateOnly(2026, 11, 23), 'A', number), TicketClass.Normal, null, "card", TimeSpan.Zero);
        var at = new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero).AddMilliseconds(lastSeq);
        var request = new Request((UInt128)lastSeq, 1);
        var entry = EventCodec.Encode(Hall, lastSeq, new Recorded(at, taken, request), lastHash);
        lastHash = entry.Hash;
        return entry;
    }
}
