using Microsoft.Data.Sqlite;

namespace Yihao.Storage.Sqlite;

/// <summary>The two files of an embedded database and how they are opened.</summary>
internal static class SqliteFiles
{
    private const int BusySeconds = 5;

    // Short, because the writer tries again by itself.
    private const int WriterBusySeconds = 1;

    public static string Folder(StorageOptions options) => Path.GetFullPath(options.Path);

    /// <summary>For reads: pooled, on any thread.</summary>
    public static string LedgerConnection(StorageOptions options) => Pooled(options, "ledger.db").ToString();

    public static string OrleansConnection(StorageOptions options) => Pooled(options, "orleans.db").ToString();

    /// <summary>For the writer, which keeps its connection.</summary>
    public static string WriterConnection(StorageOptions options)
    {
        var settings = Pooled(options, "ledger.db");
        settings.Pooling = false;
        settings.DefaultTimeout = WriterBusySeconds;
        return settings.ToString();
    }

    private static SqliteConnectionStringBuilder Pooled(StorageOptions options, string file) =>
        new() { DataSource = Path.Combine(Folder(options), file), Pooling = true, DefaultTimeout = BusySeconds };
}
