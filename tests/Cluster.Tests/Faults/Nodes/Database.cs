using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Grains.Ports;
using Yihao.Storage;
using Yihao.Tests.Shared;

namespace Yihao.Cluster.Tests.Faults.Nodes;

/// <summary>What the run sees of the cluster's databases, and does to them.</summary>
/// <param name="servers">The main one first; the ledger is split over all of them.</param>
internal sealed class Database(IReadOnlyList<ThrowawayPostgres> servers) : IAsyncDisposable
{
    /// <summary>A status of the membership table.</summary>
    private const int Active = 3;

    // Three nodes and this process share the server's 200 connections.
    private const string Pool = ";Maximum Pool Size=40";

    private readonly IReadOnlyList<NpgsqlDataSource> sources =
    [
        .. servers.Select(server => NpgsqlDataSource.Create(
            server.ConnectionString("postgres") + ";Application Name=faults;Timeout=3;Command Timeout=3")),
    ];

    /// <summary>For the nodes.</summary>
    public StorageOptions Storage { get; } = new()
    {
        Provider = StorageProvider.PostgreSql,
        ConnectionString = servers[0].ConnectionString("postgres") + Pool,
        Ledgers = [.. servers.Skip(1).Select(server => server.ConnectionString("postgres") + Pool)],
    };

    /// <summary>The same as options of the program.</summary>
    public IEnumerable<string> Options =>
    [
        "--Storage:Provider", "PostgreSql", "--Storage:ConnectionString", Storage.ConnectionString,
        .. Storage.Ledgers.SelectMany((ledger, i) => new[] { $"--Storage:Ledgers:{i + 1}", ledger }),
    ];

    /// <summary>Null where the cluster keeps no membership here, or the database does not answer.</summary>
    public async Task<long?> ActiveMembers()
    {
        try
        {
            await using var known = sources[0].CreateCommand(
                "select to_regclass('orleansmembershiptable') is not null");
            if (await known.ExecuteScalarAsync() is not true)
                return null;
            await using var count = sources[0].CreateCommand(
                $"select count(*) from orleansmembershiptable where status = {Active}");
            return (long?)await count.ExecuteScalarAsync();
        }
        catch (NpgsqlException)
        {
            return -1;
        }
    }

    /// <summary>Ends every connection of the nodes; they are told, as by a fail-over.</summary>
    public async Task CutAll()
    {
        foreach (var source in sources)
        {
            await using var cut = source.CreateCommand(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where pid <> pg_backend_pid() and application_name <> 'faults' and backend_type = 'client backend'
                """);
            await cut.ExecuteNonQueryAsync();
        }
    }

    /// <summary>The last server: where there are several, the others' halls go on.</summary>
    public Task Stop() => servers[^1].StopServer();

    public Task Start() => servers[^1].StartServer();

    /// <summary>Epoch of every hall; those of a database that does not answer are left out.</summary>
    public async Task<IReadOnlyList<(string Hall, long Epoch)>> Heads()
    {
        List<(string, long)> heads = [];
        foreach (var source in sources)
        {
            try
            {
                await using var read = source.CreateCommand("select hall, epoch from hall_head");
                await using var rows = await read.ExecuteReaderAsync();
                while (await rows.ReadAsync())
                    heads.Add((rows.GetString(0), rows.GetInt64(1)));
            }
            catch (NpgsqlException)
            {
                // It is down or being cut: the next look sees it.
            }
        }

        return heads;
    }

    /// <summary>Place of the last call of every hall that had one.</summary>
    public async Task<IReadOnlyDictionary<string, long>> LastCalls()
    {
        Dictionary<string, long> last = [];
        foreach (var source in sources)
        {
            await using var read = source.CreateCommand(
                "select hall, max(seq) from hall_event where kind in ('called', 'recalled') group by hall");
            await using var rows = await read.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                last.Add(rows.GetString(0), rows.GetInt64(1));
        }

        return last;
    }

    /// <summary>Every ledger, verified and read.</summary>
    public async Task<IReadOnlyList<HallLedger>> Ledgers()
    {
        await using var services = new ServiceCollection()
            .AddYihaoStorage(Storage)
            .BuildServiceProvider();
        return await HallLedger.ReadAll(
            services.GetRequiredService<ILedger>(), services.GetRequiredService<LedgerVerifier>());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in sources)
            await source.DisposeAsync();
    }
}
