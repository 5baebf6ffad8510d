using Npgsql;

namespace Yihao.Storage.Tests;

/// <summary>Migrations on an empty database, twice, and by several processes at once.</summary>
public sealed class SchemaTests(PostgresCluster cluster)
{
    [Fact]
    public async Task Several_migrations_at_once_make_one_schema_on_SQLite()
    {
        var options = new StorageOptions { Path = Path.Combine(Path.GetTempPath(), "yihao-" + Guid.NewGuid()) };
        try
        {
            await AtOnce(options);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(options.Path, recursive: true);
        }
    }

    [Fact]
    public async Task Several_migrations_at_once_make_one_schema_on_PostgreSQL()
    {
        await PostgresCluster.Execute(cluster.Server, "create database at_once");
        try
        {
            await AtOnce(new StorageOptions
            {
                Provider = StorageProvider.PostgreSql,
                ConnectionString = cluster.Server.ConnectionString("at_once"),
            });
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await PostgresCluster.Execute(cluster.Server, "drop database at_once with (force)");
        }
    }

    [Fact]
    public void A_wrong_setting_is_named_with_its_value_and_range()
    {
        var options = new StorageOptions { Path = " ", Writers = 0, DownLimit = TimeSpan.FromMinutes(5) };
        Assert.Equal(
            [
                "Storage:Path is empty: the folder of the SQLite files",
                "Storage:Writers is 0: 1 to 16",
                "Storage:DownLimitSeconds is 300: 0.1 to 60",
            ],
            options.Mistakes());
        var exception = Assert.Throws<ArgumentException>(() => StorageSchema.Migrate(options));
        Assert.Contains("Storage:Writers is 0: 1 to 16", exception.Message, StringComparison.Ordinal);
        Assert.Single(new StorageOptions { Provider = StorageProvider.PostgreSql }.Mistakes());
        Assert.Empty(new StorageOptions().Mistakes());
    }

    private static async Task AtOnce(StorageOptions options)
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(
            _ => Task.Run(() => StorageSchema.Migrate(options), TestContext.Current.CancellationToken)));
        StorageSchema.Migrate(options);
    }
}
