using Microsoft.Data.Sqlite;
using Yihao.Grains.Ports;

namespace Yihao.Storage.Sqlite;

/// <summary>Something to be done in the writer's next transaction. Its own failure does not reach the others.</summary>
internal sealed class SqliteJob(Action<SqliteStatements> work)
{
    private readonly TaskCompletionSource _durable = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _refusal;

    public Task Durable => _durable.Task;

    public void Try(SqliteStatements statements) => _refusal = Guard(statements, "job", work);

    /// <summary>
    /// Runs the work inside a savepoint. A refusal of this work alone is undone and returned; a failure of the
    /// database, which may have undone the whole transaction, is thrown.
    /// </summary>
    public static string? Guard(SqliteStatements statements, string savepoint, Action<SqliteStatements> work)
    {
        statements.Run("savepoint " + savepoint);
        try
        {
            work(statements);
            statements.Run("release " + savepoint);
            return null;
        }
        catch (SqliteException exception) when (Refuses(exception.SqliteErrorCode))
        {
            statements.Run("rollback to " + savepoint);
            statements.Run("release " + savepoint);
            return exception.Message;
        }
    }

    public void End(string? failure)
    {
        if ((failure ?? _refusal) is { } reason)
            _durable.TrySetException(new LedgerUnavailableException(reason));
        else
            _durable.TrySetResult();
    }

    // SQLITE_ERROR, TOOBIG, CONSTRAINT, MISMATCH, RANGE: about the statement and its values, not about the database.
    private static bool Refuses(int code) => code is 1 or 18 or 19 or 20 or 25;
}
