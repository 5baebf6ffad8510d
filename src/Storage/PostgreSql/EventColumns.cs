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
    private readonly List<int> _part = [];
    private readonly List<long> _seq = [];
    private readonly List<DateTime> _at = [];
    private readonly List<string> _kind = [];
    private readonly List<string?> _ticket = [];
    private readonly List<string?> _window = [];
    private readonly List<string?> _clerk = [];
    private readonly List<byte[]> _payload = [];
    private readonly List<byte[]> _hash = [];

    public void AddTo(NpgsqlParameterCollection parameters)
    {
        parameters.Add(Column.Of(_part, NpgsqlDbType.Integer));
        parameters.Add(Column.Of(_seq, NpgsqlDbType.Bigint));
        parameters.Add(Column.Of(_at, NpgsqlDbType.TimestampTz));
        parameters.Add(Column.Of(_kind, NpgsqlDbType.Text));
        parameters.Add(Column.Of(_ticket, NpgsqlDbType.Text));
        parameters.Add(Column.Of(_window, NpgsqlDbType.Text));
        parameters.Add(Column.Of(_clerk, NpgsqlDbType.Text));
        parameters.Add(Column.Of(_payload, NpgsqlDbType.Bytea));
        parameters.Add(Column.Of(_hash, NpgsqlDbType.Bytea));
    }

    public void Fill(IReadOnlyList<HallWrite> batch)
    {
        Clear();
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

    private void Clear()
    {
        _part.Clear();
        _seq.Clear();
        _at.Clear();
        _kind.Clear();
        _ticket.Clear();
        _window.Clear();
        _clerk.Clear();
        _payload.Clear();
        _hash.Clear();
    }
}
