using Microsoft.Extensions.Logging;
using Yihao.Grains.Ports;
using Yihao.Storage.Telemetry;

namespace Yihao.Storage.Pump;

/// <summary>One writer and the sessions that wait for it, in the order of their first waiting command.</summary>
internal sealed class CommitLane(
    IBatchWriter writer, CommitPump pump, StorageOptions options, TimeProvider time, ILogger log) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Queue<LedgerSession> _line = new();
    private Task _loop = Task.CompletedTask;
    private bool _running;
    private bool _closed;

    public Task Append(LedgerSession session, IReadOnlyList<LedgerEntry> entries)
    {
        lock (_gate)
        {
            if ((session.Failure ?? (_closed ? Closed(session) : null)) is { } failure)
                return Task.FromException(failure.ToException());
            var write = session.Add(entries);
            pump.Count(entries.Count);
            if (!session.Queued)
                Enqueue(session);
            return write.Durable;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task loop;
        lock (_gate)
        {
            _closed = true;
            loop = _loop;
        }

        await loop;
        await writer.DisposeAsync();
    }

    // Under the lock.
    private void Enqueue(LedgerSession session)
    {
        session.Queued = true;
        _line.Enqueue(session);
        if (_running)
            return;
        _running = true;
        _loop = Task.Run(Run);
    }

    private async Task Run()
    {
        var batch = new List<HallWrite>();
        while (Take(batch))
        {
            var begun = time.GetTimestamp();
            try
            {
                using var step = LedgerMeter.Trace(batch);
                await writer.Write(batch);
            }
            catch (Exception exception)
            {
                // A writer settles everything itself; if it does not, its waiters must still not wait for ever.
                log.WriterBroke(exception);
                foreach (var write in batch.Where(write => write.Outcome == WriteOutcome.Open))
                    write.Fail("the writer broke: " + exception.GetType().Name);
            }

            LedgerMeter.Committed(batch, time.GetElapsedTime(begun));
            foreach (var write in batch)
                Settle(write);
        }
    }

    private bool Take(List<HallWrite> batch)
    {
        batch.Clear();
        lock (_gate)
        {
            var entries = 0;
            while (entries < options.BatchEntries && _line.TryDequeue(out var session))
            {
                var write = session.Take();
                write.Outcome = WriteOutcome.Open;
                entries += write.Entries.Count;
                batch.Add(write);
            }

            _running = batch.Count > 0;
            return _running;
        }
    }

    private void Settle(HallWrite write)
    {
        var session = write.Session;
        if (write.Outcome == WriteOutcome.Locked && StillWaits(write))
            _ = TryLater(session, write);
        else if (write.Outcome == WriteOutcome.Written)
            Succeed(session, write);
        else
            End(session, write);
    }

    private void Succeed(LedgerSession session, HallWrite write)
    {
        pump.Count(-write.Entries.Count);
        lock (_gate)
        {
            session.Drop();
            session.Queued = false;
            if (session.HasWrites)
                Enqueue(session);
        }

        write.Succeed();
    }

    private void End(LedgerSession session, HallWrite write)
    {
        var fenced = write.Outcome == WriteOutcome.Fenced;
        var failure = new SessionFailure(session.Hall, fenced, fenced ? "the head did not move" : write.Reason);
        LedgerMeter.CountEnded(fenced);
        if (fenced)
            log.Fenced(session.Hall, session.Epoch, write.Before);
        else
            log.SessionFailed(session.Hall, write.Before, write.Reason);

        IReadOnlyList<HallWrite> left;
        lock (_gate)
        {
            left = session.End(failure);
            session.Queued = false;
        }

        foreach (var ended in left)
        {
            pump.Count(-ended.Entries.Count);
            ended.Fail(failure.ToException());
        }
    }

    private bool StillWaits(HallWrite write)
    {
        write.LockedSince ??= time.GetTimestamp();
        if (time.GetElapsedTime(write.LockedSince.Value) < options.LockedHeadLimit)
            return true;
        write.Fail(FormattableString.Invariant($"its head was locked for {options.LockedHeadLimit.TotalSeconds} s"));
        return false;
    }

    // Outside the line, so that a locked head never holds up the halls behind it.
    private async Task TryLater(LedgerSession session, HallWrite write)
    {
        await Task.Delay(Backoff.After(write.LockedTries++), time);
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
