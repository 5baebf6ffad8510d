using DbUp.Builder;
using Yihao.Storage.PostgreSql;
using Yihao.Storage.Sqlite;

namespace Yihao.Storage;

/// <summary>
/// Brings the tables to the version of this program: the scripts under Scripts, each run once and in order.
/// </summary>
public static class StorageSchema
{
    /// <summary>
    /// Makes the database's tables or brings them up to date. Safe to run by several processes at once: one does it,
    /// the others wait.
    /// </summary>
    /// <param name="withoutSilent">Passes over further databases of the ledger that are part of it already and do not
    /// answer now: no hall of theirs can be opened until they do. The main one has to answer.</param>
    /// <returns>The places of those that were passed over.</returns>
    /// <exception cref="ArgumentException">A setting is wrong.</exception>
    /// <exception cref="WrongLedgersException">The databases are not those that the ledger lies in.</exception>
    /// <exception cref="InvalidOperationException">A script failed; it left nothing behind.</exception>
    public static IReadOnlyList<int> Migrate(StorageOptions options, bool withoutSilent = false)
    {
        options.EnsureRight();
        if (options.Provider == StorageProvider.PostgreSql)
            return PostgreSqlSchema.Migrate(options, withoutSilent);
        SqliteSchema.Migrate(options);
        return [];
    }

    internal static void Run(UpgradeEngineBuilder database, string folder)
    {
        var prefix = $"{typeof(StorageSchema).Namespace}.Scripts.{folder}.";
        var result = database
            .WithScriptsEmbeddedInAssembly(
                typeof(StorageSchema).Assembly, name => name.StartsWith(prefix, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
            throw new InvalidOperationException(
                $"The script {result.ErrorScript?.Name} failed: {result.Error.Message}", result.Error);
    }
}
