using Microsoft.Extensions.Logging;
using Yihao.Grains.Ports;
using Yihao.Storage.Pump;

namespace Yihao.Storage.Sqlite;

/// <summary>
/// Writes a batch in one transaction with a savepoint per hall, so that one bad hall does not hurt the others.
/// </summary>
internal sealed class SqliteWriter(SqliteThread thread, ILogger log) : IBatchWriter
{
    public async Task Write(IReadOnlyList<HallWrite> batch)
    {
        try
        {
            await thread.Do(statements => Write(statements, batch), CancellationToken.None);
        }
        catch (LedgerUnavailableException unavailable)
        {
            foreach (var write in batch)
                write.Fail(unavailable.Message);
            return;
        }

        foreach (var write in batch.Where(write => write.Outcome == WriteOutcome.Failed))
            log.SplitOut(write.Session.Hall, write.Reason);
    }

    public ValueTask DisposeAsync()
    {
        thread.Dispose();
        return ValueTask.CompletedTask;
    }

    private static void Write(SqliteStatements statements, IReadOnlyList<HallWrite> batch)
    {
        foreach (var write in batch)
        {
            // Holds: a commit that reported a failure may still have been one.
            var refusal = SqliteJob.Guard(statements, "hall", inside => write.Outcome =
                inside.Append(write) || inside.Holds(write) ? WriteOutcome.Written : WriteOutcome.Fenced);
            if (refusal is not null)
                write.Fail(refusal);
        }
    }
}
