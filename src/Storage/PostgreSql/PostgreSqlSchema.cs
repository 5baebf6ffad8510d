using DbUp;
using Npgsql;

namespace Yihao.Storage.PostgreSql;

internal static class PostgreSqlSchema
{
    // Any number that no other program uses in the same database.
    private const long LockKey = 0x5969_6861_6f01;
    private static readonly TimeSpan _lockLimit = TimeSpan.FromSeconds(60);

    public static void Migrate(StorageOptions options)
    {
        using var connection = new NpgsqlConnection(options.ConnectionString);
        connection.Open();
        using var take = new NpgsqlCommand($"select pg_advisory_lock({LockKey})", connection);
        take.CommandTimeout = (int)_lockLimit.TotalSeconds;
        take.ExecuteNonQuery();
        try
        {
            StorageSchema.Run(DeployChanges.To.PostgresqlDatabase(options.ConnectionString), "PostgreSql");
        }
        finally
        {
            using var give = new NpgsqlCommand($"select pg_advisory_unlock({LockKey})", connection);
            give.ExecuteNonQuery();
        }
    }
}
