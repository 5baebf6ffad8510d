using Microsoft.Data.Sqlite;
using Yihao.Grains.Ports;
using Yihao.Storage.Pump;

namespace Yihao.Storage.Sqlite;

/// <summary>The writer's connection with its statements, each prepared once and used again. One thread only.</summary>
internal sealed class SqliteStatements : IDisposable
{
    private const string OpenHead = """
        insert into hall_head (hall, ledger, link_key, epoch, owner, taken_at, last_seq, last_hash)
        values ($hall, $ledger, $linkKey, 1, $owner, $takenAt, 0, $root)
        on conflict (hall) do update set epoch = epoch + 1, owner = excluded.owner, taken_at = excluded.taken_at
        returning ledger, link_key, epoch, last_seq, last_hash
        """;

    private const string MoveHead = """
        update hall_head set last_seq = $upTo, last_hash = $lastHash
        where hall = $hall and epoch = $epoch and last_seq = $before
        """;

    private const string AddEvent = """
        insert into hall_event (hall, seq, at, kind, ticket, "window", clerk, payload, hash)
        values ($hall, $seq, $at, $kind, $ticket, $window, $clerk, $payload, $hash)
        """;

    private const string AddNetwork = """
        insert into network (version, at, content)
        select coalesce(max(version), 0) + 1, $at, $content from network
        """;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _plain = [];
    private readonly SqliteCommand _openHead;
    private readonly SqliteCommand _moveHead;
    private readonly SqliteCommand _readHead;
    private readonly SqliteCommand _addEvent;
    private readonly SqliteCommand _addNetwork;

    public SqliteStatements(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        Run("pragma journal_mode = wal");
        Run("pragma synchronous = full");
        // Pages of 4 KB. A batch of many halls changes many pages, most of them again in the next: checkpoints far
        // apart write each once.
        Run("pragma wal_autocheckpoint = 8000");
        _openHead = Command(OpenHead, "$hall", "$ledger", "$linkKey", "$owner", "$takenAt", "$root");
        _moveHead = Command(MoveHead, "$hall", "$epoch", "$before", "$upTo", "$lastHash");
        _readHead = Command("select epoch, last_seq, last_hash from hall_head where hall = $hall", "$hall");
        _addEvent = Command(
            AddEvent, "$hall", "$seq", "$at", "$kind", "$ticket", "$window", "$clerk", "$payload", "$hash");
        _addNetwork = Command(AddNetwork, "$at", "$content");
    }

    /// <summary>A statement without parameters.</summary>
    public void Run(string sql)
    {
        if (!_plain.TryGetValue(sql, out var command))
            _plain[sql] = command = Command(sql);
        command.ExecuteNonQuery();
    }

    public OpenedHead Open(string hall, string ledger, byte[] linkKey, string owner, DateTimeOffset now)
    {
        Bind(_openHead, hall, ledger, linkKey, owner, Instant.ToMicroseconds(now), LedgerChain.Root);
        using var row = _openHead.ExecuteReader();
        row.Read();
        return new OpenedHead(
            hall, row.GetString(0), (byte[])row[1], owner, row.GetInt64(2), row.GetInt64(3), (byte[])row[4]);
    }

    /// <summary>False when the head is not where the session left it: nothing was written.</summary>
    public bool Append(HallWrite write)
    {
        var hall = write.Session.Hall;
        Bind(_moveHead, hall, write.Session.Epoch, write.Before, write.UpTo, write.LastHash);
        if (_moveHead.ExecuteNonQuery() == 0)
            return false;

        var parameters = _addEvent.Parameters;
        parameters[0].Value = hall;
        foreach (var entry in write.Entries)
        {
            parameters[1].Value = entry.Seq;
            parameters[2].Value = Instant.ToMicroseconds(entry.At);
            parameters[3].Value = entry.Kind;
            parameters[4].Value = (object?)entry.Ticket ?? DBNull.Value;
            parameters[5].Value = (object?)entry.Window ?? DBNull.Value;
            parameters[6].Value = (object?)entry.Clerk ?? DBNull.Value;
            parameters[7].Value = entry.Payload;
            parameters[8].Value = entry.Hash;
            _addEvent.ExecuteNonQuery();
        }

        return true;
    }

    /// <summary>Whether exactly this write is the end of the ledger already, written by this session.</summary>
    public bool Holds(HallWrite write)
    {
        Bind(_readHead, write.Session.Hall);
        using var row = _readHead.ExecuteReader();
        return row.Read() && row.GetInt64(0) == write.Session.Epoch
            && write.IsEndOf(row.GetInt64(1), (byte[])row[2]);
    }

    public void Save(string content, DateTimeOffset now)
    {
        Bind(_addNetwork, Instant.ToMicroseconds(now), content);
        _addNetwork.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in _plain.Values.Concat([_openHead, _moveHead, _readHead, _addEvent, _addNetwork]))
            command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static void Bind(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
    }
}
