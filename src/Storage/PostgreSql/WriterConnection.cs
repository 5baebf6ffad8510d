using Npgsql;

namespace Yihao.Storage.PostgreSql;

/// <summary>A connection that a writer keeps, with its prepared statements.</summary>
internal sealed class WriterConnection : IDisposable
{
    // The commit must be on disk when it is reported, whatever the server's default; stronger settings are left alone.
    private const string Settings = """
        set jit = off;
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

    public static WriterConnection Open(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            connection.Open();
            using var settings = new NpgsqlCommand(Settings, connection);
            settings.ExecuteNonQuery();
            var opened = new WriterConnection(connection);
            LockLimit.Set(connection, LockLimit.OfTable);
            opened.Append.Prepare();
            LockLimit.Set(connection, LockLimit.OfHead);
            return opened;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Append.Dispose();
        Raise.Dispose();
        _connection.Dispose();
    }
}
