using DbUp;

namespace Yihao.Storage.Sqlite;

internal static class SqliteSchema
{
    private static readonly TimeSpan _lockLimit = TimeSpan.FromSeconds(30);

    public static void Migrate(StorageOptions options)
    {
        Directory.CreateDirectory(SqliteFiles.Folder(options));
        using var turn = TakeTurn(Path.Combine(SqliteFiles.Folder(options), "migrate.lock"));
        Run(SqliteFiles.WriterConnection(options), "Sqlite.Ledger");
        Run(SqliteFiles.OrleansConnection(options), "Sqlite.Orleans");
    }

    private static void Run(string connectionString, string folder)
    {
        // WAL is kept in the file; it cannot be switched on inside a script's transaction.
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection(connectionString))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "pragma journal_mode = wal";
            command.ExecuteNonQuery();
        }

        StorageSchema.Run(DeployChanges.To.SqliteDatabase(connectionString), folder);
    }

    private static FileStream TakeTurn(string path)
    {
        var until = Environment.TickCount64 + (long)_lockLimit.TotalMilliseconds;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Environment.TickCount64 < until)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(50));
            }
        }
    }
}
