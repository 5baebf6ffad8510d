using Npgsql;

namespace Yihao.Load.Servers;

/// <summary>What PostgreSQL writes before a commit is acknowledged; everything else it writes later.</summary>
internal static class WriteAheadLog
{
    /// <summary>Bytes since the server was made; null where no database was named.</summary>
    public static async Task<long?> Length(string? database)
    {
        if (database is null)
            return null;
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("select (pg_current_wal_lsn() - '0/0')::bigint");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
