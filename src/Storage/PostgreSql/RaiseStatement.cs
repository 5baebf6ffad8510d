using Npgsql;
using NpgsqlTypes;
using Yihao.Storage.Pump;

namespace Yihao.Storage.PostgreSql;

/// <summary>
/// After a lost answer: raises the epoch of the heads that are still their session's, so that nothing that is still on
/// its way through the old connection can be written any more, and says where these heads stand. A head that the old
/// connection's backend still has locked is passed over, to be asked again.
/// </summary>
internal sealed class RaiseStatement : IDisposable
{
    private const string Sql = """
        with part as materialized (
            select * from unnest($1, $2, $3) as p (part, hall, owner)
        ), locked as materialized (
            select h.hall from hall_head h where h.hall = any ($2) order by h.hall for update skip locked
        ), raised as (
            update hall_head h set epoch = h.epoch + 1
            from part p
            where h.hall = p.hall and h.owner = p.owner
                and p.hall in (select hall from locked) and (select count(*) from locked) > 0
            returning p.part, h.epoch, h.last_seq, h.last_hash
        )
        select p.part, p.hall in (select hall from locked), r.epoch, r.last_seq, r.last_hash
        from part p left join raised r using (part)
        """;

    private readonly NpgsqlCommand _command;
    private readonly Columns _columns = new();
    private readonly List<int> _part;
    private readonly List<string> _hall;
    private readonly List<string> _owner;

    public RaiseStatement(NpgsqlConnection connection)
    {
        _part = _columns.Add<int>(NpgsqlDbType.Integer);
        _hall = _columns.Add<string>(NpgsqlDbType.Text);
        _owner = _columns.Add<string>(NpgsqlDbType.Text);
        _command = new NpgsqlCommand(Sql, connection);
        _columns.AddTo(_command.Parameters);
    }

    /// <summary>
    /// Sets the outcome of every write: written, fenced, locked, or open when it is certainly not in the ledger and has
    /// to be sent again under the new epoch.
    /// </summary>
    public void Execute(IReadOnlyList<HallWrite> doubtful)
    {
        Fill(doubtful);
        var heads = new List<Answer>();
        using (var row = _command.ExecuteReader())
        {
            while (row.Read())
                heads.Add(Read(row));
            row.NextResult();
        }

        foreach (var head in heads)
            Settle(doubtful[head.Part], head);
    }

    public void Dispose() => _command.Dispose();

    private static Answer Read(NpgsqlDataReader row)
    {
        var mine = !row.IsDBNull(2);
        return new Answer(
            row.GetInt32(0),
            row.GetBoolean(1),
            mine ? new Standing(row.GetInt64(2), row.GetInt64(3), row.GetFieldValue<byte[]>(4)) : null);
    }

    private static void Settle(HallWrite write, Answer head)
    {
        if (head.Mine is not { } mine)
        {
            write.Outcome = head.Locked ? WriteOutcome.Fenced : WriteOutcome.Locked;
            return;
        }

        write.Session.Epoch = mine.Epoch;
        write.Doubtful = false;
        if (write.IsEndOf(mine.LastSeq, mine.LastHash))
            write.Outcome = WriteOutcome.Written;
        else if (mine.LastSeq == write.Before)
            write.Outcome = WriteOutcome.Open;
        else
            write.Fail($"its head stands at seq {mine.LastSeq}, which this session never wrote");
    }

    private void Fill(IReadOnlyList<HallWrite> doubtful)
    {
        _columns.Clear();
        for (var part = 0; part < doubtful.Count; part++)
        {
            _part.Add(part);
            _hall.Add(doubtful[part].Session.Hall);
            _owner.Add(doubtful[part].Session.Owner);
        }
    }

    private sealed record Answer(int Part, bool Locked, Standing? Mine);

    private sealed record Standing(long Epoch, long LastSeq, byte[] LastHash);
}
