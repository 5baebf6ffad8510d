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
    /// <exception cref="ArgumentException">A setting is wrong.</exception>
    /// <exception cref="InvalidOperationException">A script failed; it left nothing behind.</exception>
    public static void Migrate(StorageOptions options)
    {
        options.EnsureRight();
        if (options.Provider == StorageProvider.Sqlite)
            SqliteSchema.Migrate(options);
        else
            PostgreSqlSchema.Migrate(options);
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
