using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Grains.Ports;
using Yihao.Storage;
using Yihao.Tests.Shared;

namespace Yihao.Cluster.Tests.Faults.Nodes;

/// <summary>What the run sees of the cluster's database, and does to it.</summary>
internal sealed class Database(ThrowawayPostgres postgres) : IAsyncDisposable
{
    /// <summary>A status of the membership table.</summary>
    private const int Active = 3;

    // Three nodes and this process share the server's 200 connections.
    private const string Pool = ";Maximum Pool Size=40";

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(
        postgres.ConnectionString("postgres") + ";Application Name=faults;Timeout=3;Command Timeout=3");

    /// <summary>For the nodes.</summary>
    public string ConnectionString { get; } = postgres.ConnectionString("postgres") + Pool;

    /// <summary>Null where the cluster keeps no membership here, or the database does not answer.</summary>
    public async Task<long?> ActiveMembers()
    {
        try
        {
            await using var known = source.CreateCommand("select to_regclass('orleansmembershiptable') is not null");
            if (await known.ExecuteScalarAsync() is not true)
                return null;
            await using var count = source.CreateCommand(
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
        await using var cut = source.CreateCommand(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where pid <> pg_backend_pid() and application_name <> 'faults' and backend_type = 'client backend'
            """);
        await cut.ExecuteNonQueryAsync();
    }

    public Task Stop() => postgres.StopServer();

    public Task Start() => postgres.StartServer();

    /// <summary>Epoch of every hall; empty while the database does not answer.</summary>
    public async Task<IReadOnlyList<(string Hall, long Epoch)>> Heads()
    {
        try
        {
            List<(string, long)> heads = [];
            await using var read = source.CreateCommand("select hall, epoch from hall_head");
            await using var rows = await read.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                heads.Add((rows.GetString(0), rows.GetInt64(1)));
            return heads;
        }
        catch (NpgsqlException)
        {
            return [];
        }
    }

    /// <summary>Place of the last call of every hall that had one.</summary>
    public async Task<IReadOnlyDictionary<string, long>> LastCalls()
    {
        Dictionary<string, long> last = [];
        await using var read = source.CreateCommand(
            "select hall, max(seq) from hall_event where kind in ('called', 'recalled') group by hall");
        await using var rows = await read.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            last[rows.GetString(0)] = rows.GetInt64(1);
        return last;
    }

    /// <summary>Every ledger, verified and read.</summary>
    public async Task<IReadOnlyList<HallLedger>> Ledgers()
    {
        await using var services = new ServiceCollection()
            .AddYihaoStorage(new StorageOptions
            {
                Provider = StorageProvider.PostgreSql,
                ConnectionString = ConnectionString,
            })
            .BuildServiceProvider();
        return await HallLedger.ReadAll(
            services.GetRequiredService<ILedger>(), services.GetRequiredService<LedgerVerifier>());
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
