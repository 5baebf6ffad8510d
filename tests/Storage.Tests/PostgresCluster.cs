using Npgsql;
using Yihao.Tests.Shared;

[assembly: AssemblyFixture(typeof(Yihao.Storage.Tests.PostgresCluster))]

namespace Yihao.Storage.Tests;

/// <summary>One cluster for all tests that do not stop it; each test has a database of its own in it.</summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    public const string Template = "migrated";
    private ThrowawayPostgres? _postgres;

    public ThrowawayPostgres Server => _postgres!;

    public async ValueTask InitializeAsync()
    {
        _postgres = await ThrowawayPostgres.Start();
        await Prepare(_postgres);
    }

    /// <summary>Makes the migrated database that the tests' own are copied from.</summary>
    public static async Task Prepare(ThrowawayPostgres postgres)
    {
        await Execute(postgres, $"create database {Template}");
        StorageSchema.Migrate(new StorageOptions
        {
            Provider = StorageProvider.PostgreSql,
            ConnectionString = postgres.ConnectionString(Template) + ";Pooling=false",
        });
        // DbUp's own connections stay in their pool, and a database in use cannot be copied.
        NpgsqlConnection.ClearAllPools();
    }

    public static async Task Execute(ThrowawayPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(
            postgres.ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
            await _postgres.DisposeAsync();
    }
}
