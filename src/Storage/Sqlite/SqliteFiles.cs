using Microsoft.Data.Sqlite;

namespace Yihao.Storage.Sqlite;

/// <summary>The two files of an embedded database and how they are opened.</summary>
internal static class SqliteFiles
{
    // Short, because the writer tries again by itself.
    private const int BusySeconds = 1;

    public static string Folder(StorageOptions options) => Path.GetFullPath(options.Path);

    /// <summary>For reads: pooled, on any thread.</summary>
    public static string LedgerConnection(StorageOptions options) => Connection(options, "ledger.db", pooling: true);

    /// <summary>For the writer, which keeps its connection.</summary>
    public static string WriterConnection(StorageOptions options) => Connection(options, "ledger.db", pooling: false);

    public static string OrleansConnection(StorageOptions options) => Connection(options, "orleans.db", pooling: true);

    private static string Connection(StorageOptions options, string file, bool pooling) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(Folder(options), file),
            Pooling = pooling,
            DefaultTimeout = BusySeconds,
        }.ToString();
}
