using Npgsql;
using Yihao.Tests.Shared;

namespace Yihao.Cluster.Tests.Commands;

/// <summary><c>yihao migrate</c>, as an update of several nodes runs it.</summary>
public sealed class MigrateTests
{
    private const string Columns = """
        select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
        from information_schema.columns where table_schema = 'public' order by 1
        """;

    private const string Indexes = "select indexdef from pg_indexes where schemaname = 'public' order by 1";

    private const string Scripts = "select scriptname from schemaversions order by 1";

    [Fact]
    public async Task Two_processes_at_once_make_the_same_tables_as_one()
    {
        await using var postgres = await ThrowawayPostgres.Start();
        await postgres.Tool("createdb", "at_once");
        await postgres.Tool("createdb", "alone");

        var said = await Task.WhenAll(
            Command.Run("migrate", postgres.ConnectionString("at_once")),
            Command.Run("migrate", postgres.ConnectionString("at_once")));
        await Command.Run("migrate", postgres.ConnectionString("alone"));

        Assert.All(said, s => Assert.Contains("up to date", s, StringComparison.Ordinal));
        foreach (var part in new[] { Columns, Indexes, Scripts })
        {
            var made = await Rows(postgres.ConnectionString("at_once"), part);
            Assert.NotEmpty(made);
            Assert.Equal(await Rows(postgres.ConnectionString("alone"), part), made);
        }
    }

    private static async Task<IReadOnlyList<string>> Rows(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var read = source.CreateCommand(sql);
        await using var rows = await read.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<string> all = [];
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            all.Add(rows.GetString(0));
        return all;
    }
}
