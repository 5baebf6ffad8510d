using Npgsql;
using Yihao.Tests.Shared;

namespace Yihao.Storage.Tests;

/// <summary>Two servers: each test has databases of its own in them.</summary>
public sealed class SplitServers : IAsyncLifetime
{
    private readonly List<ThrowawayPostgres> _servers = [];

    public IReadOnlyList<ThrowawayPostgres> Servers => _servers;

    public async ValueTask InitializeAsync()
    {
        _servers.Add(await ThrowawayPostgres.Start());
        _servers.Add(await ThrowawayPostgres.Start());
    }

    /// <summary>A migrated ledger with its main database on the first server.</summary>
    /// <param name="further">0 or 1 further database, on the second server.</param>
    public async Task<SplitDatabases> Make(int further = 1)
    {
        var databases = new SplitDatabases(this, await Empty(server: 0));
        for (var i = 0; i < further; i++)
            await databases.Add(server: 1);
        if (further == 0)
            StorageSchema.Migrate(databases.Options);
        return databases;
    }

    /// <summary>A new database without tables.</summary>
    public async Task<string> Empty(int server = 1)
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        await PostgresCluster.Execute(_servers[server], $"create database {name}");
        return _servers[server].ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var server in _servers)
            await server.DisposeAsync();
    }
}
