using DbUp;
using Npgsql;

namespace Yihao.Storage.PostgreSql;

internal static class PostgreSqlSchema
{
    // Any number that no other program uses in the same database.
    private const long LockKey = 0x5969_6861_6f01;

    // Another one, so that a setting that names the main database again is refused for it and does not wait.
    private const long FurtherLockKey = 0x5969_6861_6f02;
    private static readonly TimeSpan _lockLimit = TimeSpan.FromSeconds(60);

    /// <summary>Brings all databases of the ledger up to date, under the main one's lock.</summary>
    /// <returns>The places of those that did not answer; none unless <paramref name="withoutSilent"/>.</returns>
    public static IReadOnlyList<int> Migrate(StorageOptions options, bool withoutSilent)
    {
        using var main = Locked(options.ConnectionString, LockKey);
        StorageSchema.Run(DeployChanges.To.PostgresqlDatabase(options.ConnectionString), "PostgreSql");
        var family = new LedgerFamily(main);
        family.EnsureAllNamed(1 + options.Ledgers.Count);
        var silent = new List<int>();
        for (var place = 1; place <= options.Ledgers.Count; place++)
        {
            try
            {
                using var further = Locked(options.Ledgers[place - 1], FurtherLockKey);
                StorageSchema.Run(DeployChanges.To.PostgresqlDatabase(options.Ledgers[place - 1]), "PostgreSql");
                family.Admit(further, place);
            }
            catch (NpgsqlException failure) when (
                withoutSilent && place < family.Databases && PostgreSqlFailure.IsAway(failure))
            {
                silent.Add(place);
            }
        }

        return silent;
    }

    // The lock goes with the connection, which is not pooled.
    private static NpgsqlConnection Locked(string connectionString, long key)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        var connection = new NpgsqlConnection(settings.ToString());
        try
        {
            connection.Open();
            using var take = new NpgsqlCommand($"select pg_advisory_lock({key})", connection);
            take.CommandTimeout = (int)_lockLimit.TotalSeconds;
            take.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
