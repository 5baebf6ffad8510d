using Npgsql;
using NpgsqlTypes;
using Yihao.Grains.Ports;
using Yihao.Storage.Pump;

namespace Yihao.Storage.PostgreSql;

/// <summary>
/// The events of a batch as columns, one array parameter each; the lists are used again for every batch.
/// </summary>
internal sealed class EventColumns
{
    /// <summary>Into the ledger, for rows <c>m</c> of heads that moved and <c>e</c> of their events.</summary>
    public const string InsertSql = """
        insert into hall_event (hall, seq, at, kind, ticket, "window", clerk, payload, hash)
        select m.hall, e.seq, e.at, e.kind, e.ticket, e."window", e.clerk, e.payload, e.hash
        """;

    /// <summary>The columns in the order of their parameters.</summary>
    public const string RowSql = """e (part, seq, at, kind, ticket, "window", clerk, payload, hash)""";

    private readonly Columns _columns = new();
    private readonly List<int> _part;
    private readonly List<long> _seq;
    private readonly List<DateTime> _at;
    private readonly List<string> _kind;
    private readonly List<string?> _ticket;
    private readonly List<string?> _window;
    private readonly List<string?> _clerk;
    private readonly List<byte[]> _payload;
    private readonly List<byte[]> _hash;

    public EventColumns()
    {
        _part = _columns.Add<int>(NpgsqlDbType.Integer);
        _seq = _columns.Add<long>(NpgsqlDbType.Bigint);
        _at = _columns.Add<DateTime>(NpgsqlDbType.TimestampTz);
        _kind = _columns.Add<string>(NpgsqlDbType.Text);
        _ticket = _columns.Add<string?>(NpgsqlDbType.Text);
        _window = _columns.Add<string?>(NpgsqlDbType.Text);
        _clerk = _columns.Add<string?>(NpgsqlDbType.Text);
        _payload = _columns.Add<byte[]>(NpgsqlDbType.Bytea);
        _hash = _columns.Add<byte[]>(NpgsqlDbType.Bytea);
    }

    public void AddTo(NpgsqlParameterCollection parameters) => _columns.AddTo(parameters);

    public void Fill(IReadOnlyList<HallWrite> batch)
    {
        _columns.Clear();
        for (var part = 0; part < batch.Count; part++)
        {
            foreach (var entry in batch[part].Entries)
                Add(part, entry);
        }
    }

    private void Add(int part, LedgerEntry entry)
    {
        _part.Add(part);
        _seq.Add(entry.Seq);
        _at.Add(Instant.Whole(entry.At));
        _kind.Add(entry.Kind);
        _ticket.Add(entry.Ticket);
        _window.Add(entry.Window);
        _clerk.Add(entry.Clerk);
        _payload.Add(entry.Payload);
        _hash.Add(entry.Hash);
    }
}
