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
    private readonly Columns _columns = new();
    private readonly List<int> _part;
    private readonly List<string> _hall;
    private readonly List<long> _epoch;
    private readonly List<long> _before;
    private readonly List<long> _upTo;
    private readonly List<byte[]> _lastHash;

    public HeadColumns()
    {
        _part = _columns.Add<int>(NpgsqlDbType.Integer);
        _hall = _columns.Add<string>(NpgsqlDbType.Text);
        _epoch = _columns.Add<long>(NpgsqlDbType.Bigint);
        _before = _columns.Add<long>(NpgsqlDbType.Bigint);
        _upTo = _columns.Add<long>(NpgsqlDbType.Bigint);
        _lastHash = _columns.Add<byte[]>(NpgsqlDbType.Bytea);
    }

    public void AddTo(NpgsqlParameterCollection parameters) => _columns.AddTo(parameters);

    public void Fill(IReadOnlyList<HallWrite> batch)
    {
        _columns.Clear();
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
}
