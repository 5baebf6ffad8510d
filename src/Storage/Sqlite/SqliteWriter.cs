using Microsoft.Extensions.Logging;
using Yihao.Grains.Ports;
using Yihao.Storage.Pump;

namespace Yihao.Storage.Sqlite;

/// <summary>
/// Writes a batch in one transaction. When something in it is refused, each hall gets a savepoint, so that one bad hall
/// does not hurt the others.
/// </summary>
internal sealed class SqliteWriter(SqliteThread thread, ILogger log) : IBatchWriter
{
    public void Write(IReadOnlyList<HallWrite> batch)
    {
        try
        {
            thread.Do(statements => Write(statements, batch), CancellationToken.None).GetAwaiter().GetResult();
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

    public void Dispose() => thread.Dispose();

    // A savepoint per hall costs as much as the write itself, so they are taken only when the batch has a guilty hall.
    private static void Write(SqliteStatements statements, IReadOnlyList<HallWrite> batch)
    {
        if (SqliteJob.Guard(statements, "batch", inside => WriteAll(inside, batch)) is null)
            return;
        foreach (var write in batch)
        {
            if (SqliteJob.Guard(statements, "hall", inside => Write(inside, write)) is { } refusal)
                write.Fail(refusal);
        }
    }

    private static void WriteAll(SqliteStatements statements, IReadOnlyList<HallWrite> batch)
    {
        foreach (var write in batch)
            Write(statements, write);
    }

    // Holds: a commit that reported a failure may still have been one.
    private static void Write(SqliteStatements statements, HallWrite write) =>
        write.Outcome = statements.Append(write) || statements.Holds(write)
            ? WriteOutcome.Written
            : WriteOutcome.Fenced;
}
