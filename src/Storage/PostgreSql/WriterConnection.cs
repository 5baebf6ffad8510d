using Npgsql;

namespace Yihao.Storage.PostgreSql;

/// <summary>A connection that a writer keeps, with its prepared statements.</summary>
internal sealed class WriterConnection : IAsyncDisposable
{
    // lock_timeout: heads are never waited for; this bounds a wait for anything else, such as a lock on a whole table.
    // The commit must be on disk when it is reported, whatever the server's default; stronger settings are left alone.
    private const string Settings = """
        set lock_timeout = '1s'; set jit = off;
        select set_config('synchronous_commit', 'on', false)
        where current_setting('synchronous_commit') in ('off', 'local')
        """;

    private readonly NpgsqlConnection _connection;

    private WriterConnection(NpgsqlConnection connection)
    {
        _connection = connection;
        Append = new AppendStatement(connection);
        Raise = new RaiseStatement(connection);
    }

    public AppendStatement Append { get; }

    public RaiseStatement Raise { get; }

    public static async Task<WriterConnection> Open(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync();
            await using var settings = new NpgsqlCommand(Settings, connection);
            await settings.ExecuteNonQueryAsync();
            var opened = new WriterConnection(connection);
            await opened.Append.Prepare();
            return opened;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Append.Dispose();
        Raise.Dispose();
        await _connection.DisposeAsync();
    }
}
