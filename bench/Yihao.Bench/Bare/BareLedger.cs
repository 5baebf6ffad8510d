using Npgsql;
using NpgsqlTypes;

namespace Yihao.Bench.Bare;

/// <summary>
/// What one durable command costs without anything around it: one prepared statement through Npgsql on a connection of
/// its own moves the head where epoch and seq are as expected and inserts one event, into tables like the ledger's.
/// </summary>
internal sealed class BareLedger : IBareLedger
{
    private const string Schema = """
        create table bare_head (like hall_head including all) with (fillfactor = 40);
        create table bare_event (like hall_event including all);
        insert into bare_head select 'bare', repeat('0', 32), $1, 1, 'bare', now(), 0, $1
        """;

    private const string Append = """
        with moved as (
            update bare_head set last_seq = $3, last_hash = $8
            where hall = $1 and epoch = $2 and last_seq = $3 - 1 returning hall
        )
        insert into bare_event (hall, seq, at, kind, ticket, "window", payload, hash)
        select hall, $3, $4, 'called', $5, $6, $7, $8 from moved
        """;

    private static readonly byte[] Hash = new byte[32];

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand append;
    private long seq;

    private BareLedger(NpgsqlConnection connection)
    {
        this.connection = connection;
        append = new NpgsqlCommand(Append, connection);
        Add("bare", NpgsqlDbType.Text);
        Add(1L, NpgsqlDbType.Bigint);
        Add(0L, NpgsqlDbType.Bigint);
        Add(DateTime.UtcNow, NpgsqlDbType.TimestampTz);
        Add("100000-20261123-A001", NpgsqlDbType.Text);
        Add("1", NpgsqlDbType.Text);
        Add(new byte[160], NpgsqlDbType.Bytea);
        Add(Hash, NpgsqlDbType.Bytea);
    }

    /// <summary>In the database of a node, which has made its tables.</summary>
    public static async Task<BareLedger> Open(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        var statements = Schema.Split(';');
        foreach (var statement in statements)
        {
            await using var make = new NpgsqlCommand(statement, connection);
            if (statement == statements[^1])
                make.Parameters.Add(new() { Value = Hash });
            await make.ExecuteNonQueryAsync();
        }

        var ledger = new BareLedger(connection);
        await ledger.append.PrepareAsync();
        return ledger;
    }

    /// <summary>Durable when it returns.</summary>
    public async Task Insert()
    {
        append.Parameters[2].Value = ++seq;
        append.Parameters[3].Value = DateTime.UtcNow;
        if (await append.ExecuteNonQueryAsync() != 1)
            throw new InvalidOperationException($"the bare head did not move to {seq}");
    }

    public async ValueTask DisposeAsync()
    {
        await append.DisposeAsync();
        await connection.DisposeAsync();
    }

    private void Add(object value, NpgsqlDbType type) =>
        append.Parameters.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = type });
}
