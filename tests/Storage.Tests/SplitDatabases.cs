using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Yihao.Grains.Ports;
using Yihao.Storage.PostgreSql;

namespace Yihao.Storage.Tests;

/// <summary>One test's ledger, split over databases, and the processes on it.</summary>
public sealed class SplitDatabases(SplitServers servers, string main) : IAsyncDisposable
{
    private readonly List<ServiceProvider> _processes = [];

    public StorageOptions Options { get; private set; } = new()
    {
        Provider = StorageProvider.PostgreSql,
        ConnectionString = main,
        DownLimit = TimeSpan.FromSeconds(2),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>One more database in the list, migrated.</summary>
    public async Task Add(int server)
    {
        Options = Options with { Ledgers = [.. Options.Ledgers, await servers.Empty(server)] };
        StorageSchema.Migrate(Options);
    }

    public ServiceProvider Process(StorageOptions? options = null, SiloMark? mark = null)
    {
        var services = new ServiceCollection();
        if (mark is not null)
            services.AddSingleton(mark);
        services.AddYihaoStorage(options ?? Options);
        var process = services.BuildServiceProvider();
        _processes.Add(process);
        return process;
    }

    public ILedger Ledger(StorageOptions? options = null, SiloMark? mark = null) =>
        Process(options, mark).GetRequiredService<ILedger>();

    /// <summary>One of the databases by itself.</summary>
    internal PostgreSqlLedger Single(int place) => new(
        Options.At(place), SiloMark.None, TimeProvider.System, NullLogger<PostgreSqlLedger>.Instance);

    /// <summary>One entry, by a process of its own.</summary>
    public async Task Write(string hall) =>
        await new HallPen(await Ledger().Open(hall, Cancellation)).Append();

    /// <summary>Makes a main database look as one that was never the main one of a list.</summary>
    public Task Forget() => Execute(0, "delete from ledger_self");

    public Task Execute(int place, string sql) => Column(place, sql);

    /// <summary>The first column of the rows, as text.</summary>
    public async Task<IReadOnlyList<string>> Column(int place, string sql)
    {
        var database = place == 0 ? Options.ConnectionString : Options.Ledgers[place - 1];
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancellation))
            rows.Add(reader.GetValue(0).ToString()!);
        return rows;
    }

    public async Task<IReadOnlyList<LedgerFinding>> Findings()
    {
        var findings = new List<LedgerFinding>();
        await foreach (var report in Verifier().VerifyAll(Cancellation))
            findings.AddRange(report.Findings);
        return findings;
    }

    /// <summary>How many halls and entries there are; nothing is wrong with any.</summary>
    public async Task<(int Halls, long Entries)> Verify()
    {
        var (halls, entries) = (0, 0L);
        await foreach (var report in Verifier().VerifyAll(Cancellation))
        {
            Assert.Empty(report.Findings);
            (halls, entries) = (halls + 1, entries + report.Entries);
        }

        return (halls, entries);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
    }

    private LedgerVerifier Verifier() => Process().GetRequiredService<LedgerVerifier>();
}
