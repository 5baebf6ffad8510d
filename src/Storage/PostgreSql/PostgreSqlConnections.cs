using Npgsql;

namespace Yihao.Storage.PostgreSql;

internal static class PostgreSqlConnections
{
    private const int ConnectSeconds = 3;

    /// <summary>Most batches fit into it and go out in one piece: the server wakes for each piece.</summary>
    private const int BatchBytes = 64 * 1024;

    /// <summary>For a writer, which keeps its one connection.</summary>
    public static string Writer(StorageOptions options)
    {
        var settings = Settings(options);
        settings.Pooling = false;
        settings.WriteBufferSize = Math.Max(settings.WriteBufferSize, BatchBytes);
        return settings.ToString();
    }

    /// <summary>For everything else: pooled.</summary>
    public static string Pooled(StorageOptions options) => Settings(options).ToString();

    /// <summary>For snapshots, membership and reminders: a pool of its own, which the halls' reads do not
    /// empty.</summary>
    public static string Orleans(StorageOptions options)
    {
        var settings = Settings(options);
        settings.ApplicationName += "-orleans";
        return settings.ToString();
    }

    private static NpgsqlConnectionStringBuilder Settings(StorageOptions options)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            CommandTimeout = (int)Math.Ceiling(options.StatementLimit.TotalSeconds),
            Enlist = false,
        };
        settings.Timeout = Math.Min(settings.Timeout, ConnectSeconds);
        settings.ApplicationName ??= "yihao";
        return settings;
    }
}
