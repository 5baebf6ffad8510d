using Yihao.Grains.Ports;

namespace Yihao.Storage.Pump;

/// <summary>What an opened head says; the owner is this session's own random mark in it.</summary>
internal sealed record OpenedHead(
    string Hall, string Ledger, byte[] LinkKey, string Owner, long Epoch, long LastSeq, byte[] LastHash);

/// <summary>
/// A session as the pump knows it. The epoch is the writer's: it is raised silently after a lost connection. The
/// waiting writes and the failure are the lane's, under its lock.
/// </summary>
internal sealed class LedgerSession(OpenedHead head, CommitLane lane, CommitPump pump) : ILedgerSession
{
    private readonly Queue<HallWrite> _writes = new();
    private HallWrite? _filling;
    private long _appendedSeq = head.LastSeq;
    private DateTimeOffset _appendedAt = DateTimeOffset.MinValue;
    private int _pendingEntries;

    public string Hall => head.Hall;

    public string Ledger => head.Ledger;

    public byte[] LinkKey => head.LinkKey;

    public long OpenedAtSeq => head.LastSeq;

    public byte[] OpenedAtHash => head.LastHash;

    public string Owner => head.Owner;

    /// <summary>The epoch expected in the head. Only the lane's writer reads and changes it.</summary>
    public long Epoch { get; set; } = head.Epoch;

    /// <summary>Set once, under the lane's lock: the session is dead.</summary>
    public SessionFailure? Failure { get; private set; }

    /// <summary>In the lane's line or in its hands; under the lane's lock.</summary>
    public bool Queued { get; set; }

    public bool HasWrites => _writes.Count > 0;

    public bool HasRoom => Failure is null && pump.HasRoomFor(Volatile.Read(ref _pendingEntries));

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The entries do not go on from the last one, or lack something.</exception>
    public Task Append(IReadOnlyList<LedgerEntry> entries)
    {
        if (entries.Count == 0)
            throw new ArgumentException("A command that is appended has at least one entry.", nameof(entries));
        var seq = _appendedSeq;
        var at = _appendedAt;
        foreach (var entry in entries)
        {
            if (entry.Seq != ++seq)
                throw new ArgumentException($"Hall {Hall}: seq {entry.Seq} where {seq} goes on.", nameof(entries));
            if (entry.At < at)
                throw new ArgumentException($"Hall {Hall}: seq {seq} is before the one in front.", nameof(entries));
            if (entry.Kind is null || entry.Payload is null || entry.Hash is null)
                throw new ArgumentException($"Hall {Hall}: seq {seq} lacks kind, payload or hash.", nameof(entries));
            at = entry.At;
        }

        var durable = lane.Append(this, entries);
        _appendedSeq = seq;
        _appendedAt = at;
        return durable;
    }

    public async Task Confirm()
    {
        if (Failure is { } failure)
            throw failure.ToException();
        if (!await pump.IsMine(this))
            throw new SessionFailure(Hall, Fenced: true, "the head has another owner").ToException();
    }

    /// <summary>Under the lane's lock.</summary>
    public HallWrite Add(IReadOnlyList<LedgerEntry> entries)
    {
        if (_filling is null || _filling.Entries.Count >= HallWrite.FullEntries)
        {
            _filling = new HallWrite(this);
            _writes.Enqueue(_filling);
        }

        _filling.Entries.AddRange(entries);
        _filling.NoteWhoAsks();
        _pendingEntries += entries.Count;
        return _filling;
    }

    /// <summary>
    /// The write that goes out next, closed to further commands; it stays in front until it is settled.
    /// </summary>
    public HallWrite Take()
    {
        var write = _writes.Peek();
        if (ReferenceEquals(write, _filling))
            _filling = null;
        return write;
    }

    /// <summary>The write in front has ended.</summary>
    public void Drop()
    {
        _pendingEntries -= _writes.Dequeue().Entries.Count;
    }

    /// <summary>Ends the session; returns what was waiting, so that its waiters can be told outside the lock.</summary>
    public IReadOnlyList<HallWrite> End(SessionFailure failure)
    {
        Failure ??= failure;
        _filling = null;
        _pendingEntries = 0;
        var left = _writes.ToArray();
        _writes.Clear();
        return left;
    }
}
