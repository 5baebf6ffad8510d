using Npgsql;

namespace Yihao.Baseline;

/// <summary>The three statements of a ticket's life, each a transaction of its own on a pooled connection.</summary>
internal sealed class TicketTable(NpgsqlDataSource source)
{
    private static readonly string TakeSql = Read("take.sql", "hall");
    private static readonly string CallSql = Read("call.sql", "hall", "window");
    private static readonly string FinishSql = Read("finish.sql", "id");

    /// <summary>Statements prepare themselves at their second use; a connection goes back without a reset.</summary>
    /// <param name="multiplexing">The statements of several requests go out together on one connection: an experiment
    /// of Npgsql, which version 11 has no more.</param>
    public static NpgsqlDataSource Source(string database, int pool, bool multiplexing) =>
        new NpgsqlSlimDataSourceBuilder(database)
        {
            ConnectionStringBuilder =
            {
                MaxPoolSize = pool,
                MinPoolSize = pool,
                MaxAutoPrepare = 8,
                AutoPrepareMinUsages = 2,
                NoResetOnClose = true,
                Multiplexing = multiplexing,
                Enlist = false,
            },
        }.Build();

    /// <summary>Makes the table where there is none.</summary>
    public async Task Prepare()
    {
        await using var find = source.CreateCommand("select to_regclass('ticket') is null");
        if (await find.ExecuteScalarAsync() is not true)
            return;
        await using var make = source.CreateCommand(Read("schema.sql"));
        await make.ExecuteNonQueryAsync();
    }

    public async Task<long> Take(int hall)
    {
        await using var take = source.CreateCommand(TakeSql);
        take.Parameters.Add(new NpgsqlParameter<int> { TypedValue = hall });
        return (long)(await take.ExecuteScalarAsync())!;
    }

    /// <returns>The ticket; null when nobody waits.</returns>
    public async Task<long?> Call(int hall, int window)
    {
        await using var call = source.CreateCommand(CallSql);
        call.Parameters.Add(new NpgsqlParameter<int> { TypedValue = hall });
        call.Parameters.Add(new NpgsqlParameter<int> { TypedValue = window });
        return (long?)await call.ExecuteScalarAsync();
    }

    /// <returns>False when it is finished already, or there is no such ticket.</returns>
    public async Task<bool> Finish(long ticket)
    {
        await using var finish = source.CreateCommand(FinishSql);
        finish.Parameters.Add(new NpgsqlParameter<long> { TypedValue = ticket });
        return await finish.ExecuteNonQueryAsync() == 1;
    }

    public async Task<Counts> Count()
    {
        await using var count = source.CreateCommand("""
            select count(*) filter (where called_at is null),
                   count(*) filter (where called_at is not null and finished_at is null),
                   count(*) filter (where finished_at is not null)
            from ticket
            """);
        await using var row = await count.ExecuteReaderAsync();
        await row.ReadAsync();
        return new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
    }

    /// <summary>A statement with its parameters by place, in this order: Npgsql then need not rewrite it.</summary>
    private static string Read(string file, params ReadOnlySpan<string> parameters)
    {
        using var reader = new StreamReader(typeof(TicketTable).Assembly.GetManifestResourceStream(file)!);
        var sql = reader.ReadToEnd();
        for (var i = 0; i < parameters.Length; i++)
            sql = sql.Replace($":{parameters[i]}", $"${i + 1}", StringComparison.Ordinal);
        return sql;
    }
}
