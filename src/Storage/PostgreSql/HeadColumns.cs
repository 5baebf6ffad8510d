using Npgsql;
using NpgsqlTypes;
using Yihao.Storage.Pump;

namespace Yihao.Storage.PostgreSql;

/// <summary>
/// The heads of a batch as columns, one array parameter each: where each is to stand before, and where after it. The
/// lists are used again for every batch.
/// </summary>
internal sealed class HeadColumns
{
    private readonly List<int> _part = [];
    private readonly List<string> _hall = [];
    private readonly List<long> _epoch = [];
    private readonly List<long> _before = [];
    private readonly List<long> _upTo = [];
    private readonly List<byte[]> _lastHash = [];

    public void AddTo(NpgsqlParameterCollection parameters)
    {
        parameters.Add(Column.Of(_part, NpgsqlDbType.Integer));
        parameters.Add(Column.Of(_hall, NpgsqlDbType.Text));
        parameters.Add(Column.Of(_epoch, NpgsqlDbType.Bigint));
        parameters.Add(Column.Of(_before, NpgsqlDbType.Bigint));
        parameters.Add(Column.Of(_upTo, NpgsqlDbType.Bigint));
        parameters.Add(Column.Of(_lastHash, NpgsqlDbType.Bytea));
    }

    public void Fill(IReadOnlyList<HallWrite> batch)
    {
        Clear();
        for (var part = 0; part < batch.Count; part++)
            Add(part, batch[part]);
    }

    private void Add(int part, HallWrite write)
    {
        _part.Add(part);
        _hall.Add(write.Session.Hall);
        _epoch.Add(write.Session.Epoch);
        _before.Add(write.Before);
        _upTo.Add(write.UpTo);
        _lastHash.Add(write.LastHash);
    }

    private void Clear()
    {
        _part.Clear();
        _hall.Clear();
        _epoch.Clear();
        _before.Clear();
        _upTo.Clear();
        _lastHash.Clear();
    }
}
