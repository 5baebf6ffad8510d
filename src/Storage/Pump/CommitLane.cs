using Microsoft.Extensions.Logging;
using Yihao.Grains.Ports;
using Yihao.Storage.Telemetry;

namespace Yihao.Storage.Pump;

/// <summary>
/// One writer and the sessions that wait for it, in the order of their first waiting command. Has a thread of its own:
/// while one batch is being written the next one gathers, so whatever lies between the database's answer and the next
/// statement, such as a thread that has to be found first, is time in which nothing is written.
/// </summary>
internal sealed class CommitLane : IAsyncDisposable
{
    private readonly IBatchWriter _writer;
    private readonly CommitPump _pump;
    private readonly StorageOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The thread waits on it for a line or the end.
    private readonly object _gate = new();
    private readonly Queue<LedgerSession> _line = new();
    private bool _closed;

    // Those who wait, told one batch after the other.
    private Task _told = Task.CompletedTask;

    public CommitLane(IBatchWriter writer, CommitPump pump, StorageOptions options, TimeProvider time, ILogger log)
    {
        (_writer, _pump, _options, _time, _log) = (writer, pump, options, time, log);
        // Without what is current here, such as the step of a trace: it would be that of every commit.
        new Thread(Run) { IsBackground = true, Name = "commit-lane" }.UnsafeStart();
    }

    public Task Append(LedgerSession session, IReadOnlyList<LedgerEntry> entries)
    {
        lock (_gate)
        {
            if ((session.Failure ?? (_closed ? Closed(session) : null)) is { } failure)
                return Task.FromException(failure.ToException());
            var write = session.Add(entries);
            _pump.Count(entries.Count);
            if (!session.Queued)
                Enqueue(session);
            return write.Durable;
        }
    }

    /// <summary>Writes what was accepted, then ends the writer.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }

        await _ended.Task;
    }

    // Under the lock.
    private void Enqueue(LedgerSession session)
    {
        session.Queued = true;
        _line.Enqueue(session);
        if (_line.Count == 1)
            Monitor.Pulse(_gate);
    }

    private void Run()
    {
        var batch = new List<HallWrite>();
        while (Take(batch))
        {
            Write(batch);
            Settle(batch);
        }

        try
        {
            _told.Wait();
            _writer.Dispose();
            _ended.SetResult();
        }
        catch (Exception exception)
        {
            _ended.SetException(exception);
        }
    }

    /// <summary>Waits until there is something to write; false when the lane is closed and nothing is left.</summary>
    private bool Take(List<HallWrite> batch)
    {
        batch.Clear();
        lock (_gate)
        {
            while (_line.Count == 0 && !_closed)
                Monitor.Wait(_gate);
            var entries = 0;
            while (entries < _options.BatchEntries && _line.TryDequeue(out var session))
            {
                var write = session.Take();
                write.Outcome = WriteOutcome.Open;
                entries += write.Entries.Count;
                batch.Add(write);
            }

            return batch.Count > 0;
        }
    }

    private void Write(List<HallWrite> batch)
    {
        var begun = _time.GetTimestamp();
        try
        {
            using var step = LedgerMeter.Trace(batch);
            _writer.Write(batch);
            LedgerMeter.Committed(batch, _time.GetElapsedTime(begun));
        }
        catch (Exception exception)
        {
            // A writer settles everything itself; if it does not, its waiters must still not wait for ever.
            _log.WriterBroke(exception);
            foreach (var write in batch.Where(write => write.Outcome == WriteOutcome.Open))
                write.Fail("the writer broke: " + exception.GetType().Name);
        }
    }

    private void Settle(List<HallWrite> batch)
    {
        Succeed(batch.FindAll(write => write.Outcome == WriteOutcome.Written));
        foreach (var write in batch.Where(write => write.Outcome != WriteOutcome.Written))
        {
            if (write.Outcome == WriteOutcome.Locked && StillWaits(write))
                _ = TryLater(write.Session, write);
            else
                End(write.Session, write);
        }
    }

    private void Succeed(List<HallWrite> written)
    {
        bool nobodyWaits;
        lock (_gate)
        {
            foreach (var write in written)
            {
                var session = write.Session;
                _pump.Count(-write.Entries.Count);
                session.Drop();
                session.Queued = false;
                if (session.HasWrites)
                    Enqueue(session);
            }

            nobodyWaits = _line.Count == 0;
        }

        // Beside the next write, not before it; where there is none, another thread would only be a detour.
        if (nobodyWaits && _told.IsCompleted)
            Tell(written);
        else
            _told = _told.ContinueWith(
                static (_, told) => Tell((List<HallWrite>)told!), written,
                CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private static void Tell(List<HallWrite> written)
    {
        foreach (var write in written)
            write.Succeed();
    }

    private void End(LedgerSession session, HallWrite write)
    {
        var fenced = write.Outcome == WriteOutcome.Fenced;
        var failure = new SessionFailure(session.Hall, fenced, fenced ? "the head did not move" : write.Reason);
        LedgerMeter.CountEnded(fenced);
        if (fenced)
            _log.Fenced(session.Hall, session.Epoch, write.Before);
        else
            _log.SessionFailed(session.Hall, write.Before, write.Reason);

        IReadOnlyList<HallWrite> left;
        lock (_gate)
        {
            left = session.End(failure);
            session.Queued = false;
        }

        foreach (var ended in left)
        {
            _pump.Count(-ended.Entries.Count);
            ended.Fail(failure.ToException());
        }
    }

    private bool StillWaits(HallWrite write)
    {
        write.LockedSince ??= _time.GetTimestamp();
        if (_time.GetElapsedTime(write.LockedSince.Value) < _options.LockedHeadLimit)
            return true;
        write.Fail(FormattableString.Invariant($"its head was locked for {_options.LockedHeadLimit.TotalSeconds} s"));
        return false;
    }

    // Outside the line, so that a locked head never holds up the halls behind it.
    private async Task TryLater(LedgerSession session, HallWrite write)
    {
        await Task.Delay(Backoff.After(write.LockedTries++), _time);
        lock (_gate)
        {
            if (!_closed)
            {
                Enqueue(session);
                return;
            }
        }

        write.Fail(Closed(session).Reason);
        End(session, write);
    }

    private static SessionFailure Closed(LedgerSession session) =>
        new(session.Hall, Fenced: false, "the storage is closed");
}
