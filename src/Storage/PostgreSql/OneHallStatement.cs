using Npgsql;
using NpgsqlTypes;
using Yihao.Storage.Pump;

namespace Yihao.Storage.PostgreSql;

/// <summary>
/// The append of a batch of one hall, as a quiet node has it, or a hall that is alone at its writer. Its head needs no
/// join, which saves PostgreSQL a good part of what it does for so little.
/// </summary>
internal sealed class OneHallStatement : IDisposable
{
    private const string Sql = $"""
        with moved as (
            update hall_head set last_seq = $13, last_hash = $14
            where hall = $10 and epoch = $11 and last_seq = $12
            returning hall
        )
        {EventColumns.InsertSql}
        from moved m, unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) as {EventColumns.RowSql}
        """;

    private readonly NpgsqlCommand _command;
    private readonly NpgsqlParameter<string> _hall = new() { NpgsqlDbType = NpgsqlDbType.Text };
    private readonly NpgsqlParameter<long> _epoch = new() { NpgsqlDbType = NpgsqlDbType.Bigint };
    private readonly NpgsqlParameter<long> _before = new() { NpgsqlDbType = NpgsqlDbType.Bigint };
    private readonly NpgsqlParameter<long> _upTo = new() { NpgsqlDbType = NpgsqlDbType.Bigint };
    private readonly NpgsqlParameter<byte[]> _lastHash = new() { NpgsqlDbType = NpgsqlDbType.Bytea };

    /// <param name="events">Those of the hall, filled before each execution.</param>
    public OneHallStatement(NpgsqlConnection connection, EventColumns events)
    {
        _command = new NpgsqlCommand(Sql, connection);
        events.AddTo(_command.Parameters);
        foreach (var parameter in new NpgsqlParameter[] { _hall, _epoch, _before, _upTo, _lastHash })
            _command.Parameters.Add(parameter);
    }

    public void Prepare() => _command.Prepare();

    /// <returns>Whether the head stood where the session left it: if so the events are durable, if not nothing is
    /// written.</returns>
    public bool Execute(HallWrite write)
    {
        _hall.TypedValue = write.Session.Hall;
        _epoch.TypedValue = write.Session.Epoch;
        _before.TypedValue = write.Before;
        _upTo.TypedValue = write.UpTo;
        _lastHash.TypedValue = write.LastHash;
        return _command.ExecuteNonQuery() > 0;
    }

    public void Dispose() => _command.Dispose();
}
