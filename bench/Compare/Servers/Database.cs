using Npgsql;
using Yihao.Tests.Shared;

namespace Yihao.Compare.Servers;

/// <summary>
/// The PostgreSQL server that both sides use in turns: throw-away, fsync and synchronous_commit on, with memory enough
/// that neither side reads from the disk.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    /// <summary>What <see cref="DelayCommits"/> is given for the rows with a slow commit: microseconds.</summary>
    public const int SlowCommit = 1_000;

    /// <summary>What docs/operations.md says to set Storage:Writers to then.</summary>
    public const int WritersOfSlowCommits = 2;

    /// <summary>
    /// What was done before (snapshots, collections, vacuums) is not to run in what is measured next.
    /// </summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly ThrowawayPostgres server;

    private Database(ThrowawayPostgres server) => this.server = server;

    public int Port => server.Port;

    /// <summary>Process id of the server above all connections.</summary>
    public int Process { get; private init; }

    public static async Task<Database> Start()
    {
        var server = await ThrowawayPostgres.Start(
            "max_connections = 400", "shared_buffers = 1GB", "max_wal_size = 8GB", "checkpoint_timeout = 15min");
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select current_setting('fsync') || current_setting('synchronous_commit')", connection);
        if (await command.ExecuteScalarAsync() is not "onon")
            throw new InvalidOperationException("the server does not write each commit to the disk");
        var status = await File.ReadAllLinesAsync($"/proc/{connection.ProcessID}/status");
        var parent = status.First(line => line.StartsWith("PPid:", StringComparison.Ordinal))["PPid:".Length..];
        return new(server) { Process = int.Parse(parent, System.Globalization.CultureInfo.InvariantCulture) };
    }

    public string ConnectionString(string database) => server.ConnectionString(database);

    /// <summary>A new, empty database of this name; an old one is dropped.</summary>
    public async Task Create(string database)
    {
        await Run("postgres", $"drop database if exists {database} with (force)");
        await Run("postgres", $"create database {database}");
    }

    /// <summary>
    /// Each commit takes this much longer: a slower disk or a synchronous replica, stood in for by commit_delay. 0 is
    /// the machine's own disk.
    /// </summary>
    public async Task DelayCommits(int microseconds)
    {
        await Run("postgres", $"alter system set commit_delay = {microseconds}");
        await Run("postgres", $"alter system set commit_siblings = {(microseconds > 0 ? 0 : 5)}");
        await Run("postgres", "select pg_reload_conf()");
        await Task.Delay(500);
    }

    public async Task Run(string database, string sql) => await Ask(database, sql);

    /// <summary>The first field of the first row.</summary>
    public async Task<object?> Ask(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        return await command.ExecuteScalarAsync();
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
