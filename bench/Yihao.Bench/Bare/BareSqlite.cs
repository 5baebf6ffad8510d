using Microsoft.Data.Sqlite;

namespace Yihao.Bench.Bare;

/// <summary>
/// The same as <see cref="BareLedger"/> in SQLite, with WAL and synchronous FULL: one transaction moves the head where
/// epoch and seq are as expected and inserts one event, into tables like the ledger's in a file of their own.
/// </summary>
internal sealed class BareSqlite : IBareLedger
{
    private const string Schema = """
        pragma journal_mode = wal;
        pragma synchronous = full;
        create table bare_head (
            hall text not null primary key, epoch integer not null, last_seq integer not null, last_hash blob not null
        ) strict, without rowid;
        create table bare_event (
            hall text not null, seq integer not null, at integer not null, kind text not null, ticket text,
            "window" text, clerk text, payload blob not null, hash blob not null, primary key (hall, seq)
        ) strict, without rowid;
        insert into bare_head values ('bare', 1, 0, zeroblob(32))
        """;

    private const string Move = """
        update bare_head set last_seq = $seq, last_hash = $hash
        where hall = 'bare' and epoch = 1 and last_seq = $seq - 1
        """;

    private const string Add = """
        insert into bare_event (hall, seq, at, kind, ticket, "window", payload, hash)
        values ('bare', $seq, $at, 'called', '100000-20261123-A001', '1', $payload, $hash)
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteCommand move;
    private readonly SqliteCommand add;
    private long seq;

    /// <param name="file">Is made.</param>
    public BareSqlite(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var make = new SqliteCommand(Schema, connection);
        make.ExecuteNonQuery();
        var hash = new byte[32];
        move = Prepared(Move, ("$seq", seq), ("$hash", hash));
        add = Prepared(Add, ("$seq", seq), ("$at", seq), ("$payload", new byte[160]), ("$hash", hash));
    }

    public Task Insert()
    {
        using var transaction = connection.BeginTransaction();
        (move.Transaction, add.Transaction) = (transaction, transaction);
        move.Parameters["$seq"].Value = add.Parameters["$seq"].Value = ++seq;
        add.Parameters["$at"].Value = DateTimeOffset.UtcNow.Ticks;
        if (move.ExecuteNonQuery() != 1 || add.ExecuteNonQuery() != 1)
            throw new InvalidOperationException($"the bare head did not move to {seq}");
        transaction.Commit();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await move.DisposeAsync();
        await add.DisposeAsync();
        await connection.DisposeAsync();
    }

    private SqliteCommand Prepared(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = new SqliteCommand(sql, connection);
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        command.Prepare();
        return command;
    }
}
