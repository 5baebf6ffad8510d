namespace Yihao.Storage;

/// <summary>Where Orleans keeps snapshots, reminders and membership, as its AdoNet options want it.</summary>
/// <param name="Invariant"><c>Npgsql</c>, or <c>System.Data.SQLite</c>, which Orleans maps to
/// Microsoft.Data.Sqlite.</param>
/// <param name="ConnectionString">For SQLite the second file, so that snapshots never wait for the ledger's
/// lock.</param>
public sealed record OrleansDatabase(string Invariant, string ConnectionString)
{
    /// <summary>The database that belongs to these options.</summary>
    public static OrleansDatabase Of(StorageOptions options) => options.Provider switch
    {
        StorageProvider.Sqlite => new("System.Data.SQLite", Sqlite.SqliteFiles.OrleansConnection(options)),
        _ => new("Npgsql", PostgreSql.PostgreSqlConnections.Orleans(options)),
    };
}
