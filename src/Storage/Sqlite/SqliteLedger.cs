using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Yihao.Grains.Ports;
using Yihao.Storage.Pump;

namespace Yihao.Storage.Sqlite;

/// <summary>The ledgers in one SQLite file: writes through the pump and its thread, reads beside it.</summary>
internal sealed class SqliteLedger : ILedgerStore
{
    // Reads block a pool thread each; more at once would only starve the pool.
    private const int ReadsAtOnce = 4;

    private readonly SemaphoreSlim _reads = new(ReadsAtOnce);
    private readonly string _connectionString;
    private readonly SqliteThread _thread;
    private readonly CommitPump _pump;
    private readonly TimeProvider _time;

    public SqliteLedger(StorageOptions options, TimeProvider time, ILogger<SqliteLedger> log)
    {
        _connectionString = SqliteFiles.LedgerConnection(options);
        _time = time;
        _thread = new SqliteThread(options, time, log);
        _pump = new CommitPump([new SqliteWriter(_thread, log)], new OnlyProcess(), options, time, log);
    }

    public async Task<ILedgerSession> Open(string hall, CancellationToken cancellation)
    {
        OpenedHead? head = null;
        var owner = NewHead.Mark();
        await _thread.Do(
            statements => head = statements.Open(hall, NewHead.Mark(), NewHead.LinkKey(), owner, _time.GetUtcNow()),
            cancellation);
        return _pump.Session(head!);
    }

    public Task<IReadOnlyList<LedgerEntry>> Read(string hall, long after, int take, CancellationToken cancellation)
    {
        ReadBounds.Ensure(after, take);
        return Query(
            """
            select seq, at, kind, ticket, "window", clerk, payload, hash from hall_event
            where hall = $hall and seq > $after order by seq limit $take
            """,
            Entry, cancellation, ("$hall", hall), ("$after", after), ("$take", take));
    }

    public Task<IReadOnlyList<string>> Halls(CancellationToken cancellation) =>
        Query("select hall from hall_head order by hall", row => row.GetString(0), cancellation);

    public Task<IReadOnlyList<string>> HallsWithRows(CancellationToken cancellation) =>
        Query(
            "select hall from hall_head union select hall from hall_event order by hall",
            row => row.GetString(0), cancellation);

    public async Task<int> RenewLedgers(CancellationToken cancellation)
    {
        await _thread.Do(
            statements => statements.Run(
                "update hall_head set ledger = lower(hex(randomblob(16))), epoch = epoch + 1, owner = 'restored'"),
            cancellation);
        return (await Halls(cancellation)).Count;
    }

    public async Task<LedgerHead?> Head(string hall, CancellationToken cancellation)
    {
        var heads = await Query(
            "select last_seq, last_hash from hall_head where hall = $hall",
            row => new LedgerHead(row.GetInt64(0), (byte[])row[1]), cancellation, ("$hall", hall));
        return heads.SingleOrDefault();
    }

    public async Task<string?> Load(CancellationToken cancellation)
    {
        var contents = await Query(
            "select content from network order by version desc limit 1", row => row.GetString(0), cancellation);
        return contents.SingleOrDefault();
    }

    public async Task<bool> Held(string text, CancellationToken cancellation) => (await Query(
        "select exists (select 1 from network where content = $text)",
        row => row.GetBoolean(0), cancellation, ("$text", text))).Single();

    public async Task<long> Version(CancellationToken cancellation) => (await Query(
        "select coalesce(max(version), 0) from network", row => row.GetInt64(0), cancellation)).Single();

    public Task Save(string text, CancellationToken cancellation) =>
        _thread.Do(statements => statements.Save(text, _time.GetUtcNow()), cancellation);

    public async Task<bool> Answers(TimeSpan limit, CancellationToken cancellation)
    {
        try
        {
            var rows = await Query("select 1", row => row.GetInt64(0), cancellation).WaitAsync(limit, cancellation);
            return rows.Count == 1;
        }
        catch (Exception exception) when (exception is LedgerUnavailableException or TimeoutException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _pump.DisposeAsync();
        _reads.Dispose();
        SqliteConnection.ClearPool(new SqliteConnection(_connectionString));
    }

    private async Task<IReadOnlyList<T>> Query<T>(
        string sql, Func<SqliteDataReader, T> row, CancellationToken cancellation, params (string, object)[] parameters)
    {
        await _reads.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Query(sql, row, parameters), cancellation);
        }
        catch (SqliteException exception)
        {
            throw new LedgerUnavailableException("The ledger cannot be read: " + exception.Message);
        }
        finally
        {
            _reads.Release();
        }
    }

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> row, (string Name, object Value)[] parameters)
    {
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    private static LedgerEntry Entry(SqliteDataReader row) => new(
        row.GetInt64(0),
        Instant.FromMicroseconds(row.GetInt64(1)),
        row.GetString(2),
        Text(row, 3),
        Text(row, 4),
        Text(row, 5),
        (byte[])row[6],
        (byte[])row[7]);

    private static string? Text(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
