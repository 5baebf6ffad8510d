using Microsoft.Extensions.Logging;
using Npgsql;
using Yihao.Storage.Pump;
using Yihao.Storage.Telemetry;

namespace Yihao.Storage.PostgreSql;

/// <summary>
/// Writes batches through one connection. A refusal splits the batch until only the guilty halls are left; a lost
/// answer is resolved by raising epochs and sending again what is not in; a database that is down is tried until the
/// limit.
/// </summary>
internal sealed class PostgreSqlWriter(StorageOptions options, TimeProvider time, ILogger log) : IBatchWriter
{
    private const int MostDoubts = 200;

    private readonly string _connectionString = PostgreSqlConnections.Writer(options);
    private readonly Outage _outage = new(options.DownLimit, time, log);
    private WriterConnection? _connection;

    public void Write(IReadOnlyList<HallWrite> batch)
    {
        var work = new Stack<IReadOnlyList<HallWrite>>();
        work.Push(batch);
        var tries = 0;
        while (work.TryPop(out var writes))
        {
            try
            {
                Send(Learn(writes));
                tries = 0;
                // Not moved, though nobody had it locked: fenced, unless only an own late raise came between.
                Push(work, Doubt(writes));
            }
            catch (Exception exception) when (PostgreSqlFailure.Refuses(exception))
            {
                // After the server's own refusal the connection is as good as before.
                if (exception is not PostgresException)
                    Drop();
                Split(work, writes, PostgreSqlFailure.Reason(exception));
            }
            catch (Exception exception) when (PostgreSqlFailure.IsOutage(exception))
            {
                Lose(writes.Count, PostgreSqlFailure.Reason(exception));
                Push(work, Doubt(writes));
                if (!_outage.MayTryAgain(PostgreSqlFailure.Reason(exception)))
                    GiveUp(work);
                else
                    Thread.Sleep(Backoff.After(tries++));
            }
        }
    }

    public void Dispose() => Drop();

    /// <summary>Resolves what is in doubt; returns what has to be sent.</summary>
    private IReadOnlyList<HallWrite> Learn(IReadOnlyList<HallWrite> writes)
    {
        var doubtful = writes.Where(write => write.Doubtful).ToArray();
        if (doubtful.Length == 0)
            return writes;
        _connection ??= WriterConnection.Open(_connectionString);
        _connection.Raise.Execute(doubtful);
        var written = doubtful.Count(write => write.Outcome == WriteOutcome.Written);
        var fenced = doubtful.Count(write => write.Outcome == WriteOutcome.Fenced);
        var again = doubtful.Count(write => write.Outcome == WriteOutcome.Open);
        log.ConnectionResolved(written, again, fenced);
        return [.. writes.Where(write => write.Outcome == WriteOutcome.Open)];
    }

    private void Send(IReadOnlyList<HallWrite> writes)
    {
        if (writes.Count > 0)
        {
            _connection ??= WriterConnection.Open(_connectionString);
            _connection.Append.Execute(writes);
        }

        _outage.Over();
    }

    private static HallWrite[] Doubt(IReadOnlyList<HallWrite> writes)
    {
        foreach (var write in writes.Where(write => write.Outcome == WriteOutcome.Open))
        {
            write.Doubtful = true;
            if (++write.Doubts > MostDoubts)
                write.Fail($"its answer was lost {MostDoubts} times");
        }

        return [.. writes.Where(write => write.Outcome == WriteOutcome.Open)];
    }

    private void Split(Stack<IReadOnlyList<HallWrite>> work, IReadOnlyList<HallWrite> refused, string reason)
    {
        var open = refused.Where(write => write.Outcome == WriteOutcome.Open).ToArray();
        if (open is [var guilty])
        {
            log.SplitOut(guilty.Session.Hall, reason);
            guilty.Fail(reason);
            return;
        }

        Push(work, open[(open.Length / 2)..]);
        Push(work, open[..(open.Length / 2)]);
    }

    private static void Push(Stack<IReadOnlyList<HallWrite>> work, HallWrite[] writes)
    {
        if (writes.Length > 0)
            work.Push(writes);
    }

    private static void GiveUp(Stack<IReadOnlyList<HallWrite>> work)
    {
        while (work.TryPop(out var writes))
        {
            foreach (var write in writes)
                write.Fail("the database does not answer");
        }
    }

    private void Lose(int halls, string reason)
    {
        if (_connection is not null)
        {
            LedgerMeter.CountDoubt();
            log.ConnectionLost(halls, reason);
        }

        Drop();
    }

    private void Drop()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
