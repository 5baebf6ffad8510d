using System.Diagnostics;
using Npgsql;
using Yihao.Storage.Pump;

namespace Yihao.Storage.PostgreSql;

/// <summary>
/// The statement that writes a batch. It moves the heads that stand at the expected epoch and seq, and inserts the
/// events of the heads that moved. It answers with the parts that did not move, so normally with no row. Being one
/// statement, it is one transaction. A batch of one hall goes by <see cref="OneHallStatement"/>.
/// </summary>
/// <remarks>
/// Hardly ever does somebody else have a head locked. Then the statement waits for as long as lock_timeout says, and if
/// the head is locked even then, nothing is written: its second form passes over such heads, so that no hall is held up
/// by another's. To lock first and move then costs a tenth of what PostgreSQL does for a batch, so the first form
/// leaves it out. It may take locks in any order: whoever else moves heads has another epoch, or gives up sooner than
/// PostgreSQL looks for deadlocks.
/// </remarks>
internal sealed class AppendStatement : IDisposable
{
    private const string Swift = """
        with moved as (
            update hall_head h set last_seq = p.up_to, last_hash = p.last_hash
            from unnest($1, $2, $3, $4, $5, $6) as p (part, hall, epoch, before, up_to, last_hash)
            where h.hall = p.hall and h.epoch = p.epoch and h.last_seq = p.before
            returning p.part, h.hall
        ),
        """;

    // No lock is waited for, so the order of locking does not matter. What is moved comes from what is locked, so no
    // head is moved before it is locked; its seq is looked at once more then, in the version that the lock is on.
    private const string Passing = """
        with locked as materialized (
            select p.part, p.hall, p.epoch, p.before, p.up_to, p.last_hash
            from unnest($1, $2, $3, $4, $5, $6) as p (part, hall, epoch, before, up_to, last_hash)
            join hall_head h on h.hall = p.hall
            for update of h skip locked
        ), moved as (
            update hall_head h set last_seq = p.up_to, last_hash = p.last_hash
            from locked p
            where h.hall = p.hall and h.epoch = p.epoch and h.last_seq = p.before
            returning p.part, h.hall
        ),
        """;

    private const string Added = $"""
        added as (
            {EventColumns.InsertSql}
            from unnest($7, $8, $9, $10, $11, $12, $13, $14, $15) as {EventColumns.RowSql}
            join moved m using (part)
        )
        """;

    private const string Behind = """
        from unnest($1) as p (part) where p.part not in (select part from moved)
        """;

    /// <summary>After a locked head was met: so long it is passed over at once.</summary>
    private static readonly TimeSpan _caution = TimeSpan.FromSeconds(5);

    private readonly HeadColumns _heads = new();
    private readonly EventColumns _events = new();
    private readonly OneHallStatement _oneHall;
    private readonly NpgsqlCommand _swift;
    private readonly NpgsqlCommand _passing;
    private readonly NpgsqlConnection _connection;
    private long? _metAt;

    public AppendStatement(NpgsqlConnection connection)
    {
        _connection = connection;
        _oneHall = new(connection, _events);
        _swift = Command($"{Swift}{Added} select p.part, true {Behind}");
        _passing = Command($"{Passing}{Added} select p.part, p.part in (select part from locked) {Behind}");

        NpgsqlCommand Command(string sql)
        {
            var command = new NpgsqlCommand(sql, connection);
            _heads.AddTo(command.Parameters);
            _events.AddTo(command.Parameters);
            return command;
        }
    }

    public void Prepare()
    {
        _oneHall.Prepare();
        _swift.Prepare();
    }

    /// <summary>
    /// Sets the outcome of every write: written, locked, or still open when its head is not where the session left it.
    /// </summary>
    public void Execute(IReadOnlyList<HallWrite> batch)
    {
        _heads.Fill(batch);
        _events.Fill(batch);
        var behind = PartsBehind(batch);
        foreach (var write in batch)
            write.Outcome = WriteOutcome.Written;
        foreach (var (part, locked) in behind)
            batch[part].Outcome = locked ? WriteOutcome.Open : WriteOutcome.Locked;
    }

    public void Dispose()
    {
        _oneHall.Dispose();
        _swift.Dispose();
        _passing.Dispose();
    }

    private List<(int Part, bool Locked)> PartsBehind(IReadOnlyList<HallWrite> batch)
    {
        if (_metAt is { } met && Stopwatch.GetElapsedTime(met) < _caution)
            return Read(_passing);
        try
        {
            if (batch is [var only])
                return _oneHall.Execute(only) ? [] : [(0, true)];
            return Read(_swift);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            _metAt = Stopwatch.GetTimestamp();
            return ReadPatiently();
        }
    }

    /// <summary>No head is waited for now, but it may be a whole table that is locked for a moment.</summary>
    private List<(int Part, bool Locked)> ReadPatiently()
    {
        LockLimit.Set(_connection, LockLimit.OfTable);
        var behind = Read(_passing);
        LockLimit.Set(_connection, LockLimit.OfHead);
        return behind;
    }

    private static List<(int Part, bool Locked)> Read(NpgsqlCommand command)
    {
        var behind = new List<(int Part, bool Locked)>();
        using var row = command.ExecuteReader();
        while (row.Read())
            behind.Add((row.GetInt32(0), row.GetBoolean(1)));
        // The commit comes after the rows: only past the last result is it known to have happened.
        row.NextResult();
        return behind;
    }
}
