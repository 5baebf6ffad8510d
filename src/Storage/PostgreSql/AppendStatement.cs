using Npgsql;
using NpgsqlTypes;
using Yihao.Storage.Pump;

namespace Yihao.Storage.PostgreSql;

/// <summary>
/// The one statement that writes a batch. It locks the heads, passing over those that somebody else has locked, moves
/// the heads that stand at the expected epoch and seq, and inserts the events of the heads that moved. It answers with
/// the parts that did not move, so normally with no row. Being one statement, it is one transaction.
/// </summary>
internal sealed class AppendStatement : IDisposable
{
    // No lock is waited for, so the order of locking does not matter. What is moved comes from what is locked, so no
    // head is moved before it is locked; its seq is looked at once more then, in the version that the lock is on.
    private const string Sql = """
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
        ), added as (
            insert into hall_event (hall, seq, at, kind, ticket, "window", clerk, payload, hash)
            select m.hall, e.seq, e.at, e.kind, e.ticket, e."window", e.clerk, e.payload, e.hash
            from unnest($7, $8, $9, $10, $11, $12, $13, $14, $15)
                as e (part, seq, at, kind, ticket, "window", clerk, payload, hash)
            join moved m using (part)
        )
        select p.part, p.part in (select part from locked)
        from unnest($1) as p (part) where p.part not in (select part from moved)
        """;

    private readonly NpgsqlCommand _command;
    private readonly List<int> _part = [];
    private readonly List<string> _hall = [];
    private readonly List<long> _epoch = [];
    private readonly List<long> _before = [];
    private readonly List<long> _upTo = [];
    private readonly List<byte[]> _lastHash = [];
    private readonly EventColumns _events = new();

    public AppendStatement(NpgsqlConnection connection)
    {
        _command = new NpgsqlCommand(Sql, connection);
        _command.Parameters.Add(Column.Of(_part, NpgsqlDbType.Integer));
        _command.Parameters.Add(Column.Of(_hall, NpgsqlDbType.Text));
        _command.Parameters.Add(Column.Of(_epoch, NpgsqlDbType.Bigint));
        _command.Parameters.Add(Column.Of(_before, NpgsqlDbType.Bigint));
        _command.Parameters.Add(Column.Of(_upTo, NpgsqlDbType.Bigint));
        _command.Parameters.Add(Column.Of(_lastHash, NpgsqlDbType.Bytea));
        _events.AddTo(_command.Parameters);
    }

    public Task Prepare() => _command.PrepareAsync();

    /// <summary>
    /// Sets the outcome of every write: written, locked, or still open when its head is not where the session left it.
    /// </summary>
    public async Task Execute(IReadOnlyList<HallWrite> batch)
    {
        Fill(batch);
        var behind = new List<(int Part, bool Locked)>();
        await using (var row = await _command.ExecuteReaderAsync())
        {
            while (await row.ReadAsync())
                behind.Add((row.GetInt32(0), row.GetBoolean(1)));
            // The commit comes after the rows: only past the last result is it known to have happened.
            await row.NextResultAsync();
        }

        foreach (var write in batch)
            write.Outcome = WriteOutcome.Written;
        foreach (var (part, locked) in behind)
            batch[part].Outcome = locked ? WriteOutcome.Open : WriteOutcome.Locked;
    }

    public void Dispose() => _command.Dispose();

    private void Fill(IReadOnlyList<HallWrite> batch)
    {
        _part.Clear();
        _hall.Clear();
        _epoch.Clear();
        _before.Clear();
        _upTo.Clear();
        _lastHash.Clear();
        for (var part = 0; part < batch.Count; part++)
        {
            var write = batch[part];
            _part.Add(part);
            _hall.Add(write.Session.Hall);
            _epoch.Add(write.Session.Epoch);
            _before.Add(write.Before);
            _upTo.Add(write.UpTo);
            _lastHash.Add(write.LastHash);
        }

        _events.Fill(batch);
    }
}
