using System.Data.Common;
using Npgsql;
using Yihao.Tests.Shared;

namespace Yihao.Storage.Tests;

public sealed class PostgreSqlTestDatabase : TestDatabase
{
    private readonly ThrowawayPostgres _postgres;
    private readonly string _name = "t" + Guid.NewGuid().ToString("N");

    public PostgreSqlTestDatabase(ThrowawayPostgres postgres)
    {
        _postgres = postgres;
        Options = new StorageOptions
        {
            Provider = StorageProvider.PostgreSql,
            ConnectionString = postgres.ConnectionString(_name),
        };
    }

    public override StorageOptions Options { get; }

    public override Task Make() =>
        PostgresCluster.Execute(_postgres, $"create database {_name} template {PostgresCluster.Template}");

    public override async Task<DbConnection> Connect()
    {
        var connection = new NpgsqlConnection(Options.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    protected override Task Remove() =>
        PostgresCluster.Execute(_postgres, $"drop database if exists {_name} with (force)");
}
