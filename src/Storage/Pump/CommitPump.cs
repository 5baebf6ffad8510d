using Microsoft.Extensions.Logging;
using Yihao.Storage.Telemetry;

namespace Yihao.Storage.Pump;

/// <summary>
/// Writes the ledgers of all halls of the process: one for the whole process, outside the grains. A hall always goes
/// through the same lane; whatever arrives while a lane's write is under way goes out together as its next one.
/// </summary>
internal sealed class CommitPump : IAsyncDisposable
{
    private readonly CommitLane[] _lanes;
    private readonly IHeadCheck _check;
    private readonly int _hallPendingEntries;
    private readonly int _pumpPendingEntries;
    private int _pendingEntries;

    public CommitPump(
        IEnumerable<IBatchWriter> writers, IHeadCheck check, StorageOptions options, TimeProvider time, ILogger log)
    {
        _check = check;
        _hallPendingEntries = options.HallPendingEntries;
        _pumpPendingEntries = options.PumpPendingEntries;
        _lanes = [.. writers.Select(writer => new CommitLane(writer, this, options, time, log))];
    }

    public LedgerSession Session(OpenedHead head)
    {
        var lane = _lanes[(uint)head.Hall.GetHashCode(StringComparison.Ordinal) % (uint)_lanes.Length];
        return new LedgerSession(head, lane, this);
    }

    // The bounds are asked before a command is decided, so they are exceeded by one command per hall at most.
    public bool HasRoomFor(int hallPendingEntries) =>
        hallPendingEntries < _hallPendingEntries && Volatile.Read(ref _pendingEntries) < _pumpPendingEntries;

    public Task<bool> IsMine(LedgerSession session) => _check.IsMine(session);

    public void Count(int entries)
    {
        Interlocked.Add(ref _pendingEntries, entries);
        LedgerMeter.Pend(entries);
    }

    /// <summary>Writes what was accepted, then ends the lanes and their writers.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var lane in _lanes)
            await lane.DisposeAsync();
    }
}
