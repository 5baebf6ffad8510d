using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Yihao.Storage.Tests;

public sealed class SqliteTestDatabase : TestDatabase
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "yihao-" + Guid.NewGuid().ToString("N"));

    public SqliteTestDatabase() => Options = new StorageOptions { Path = _folder };

    public override StorageOptions Options { get; }

    public override Task Make()
    {
        StorageSchema.Migrate(Options);
        return Task.CompletedTask;
    }

    public override async Task<DbConnection> Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "ledger.db")};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    protected override Task Remove()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
