using Microsoft.Extensions.Logging;

namespace Yihao.Storage;

internal static partial class StorageLog
{
    [LoggerMessage(3001, LogLevel.Information,
        "Hall {Hall} is fenced: its head left epoch {Epoch} or seq {Seq}, another session has it")]
    public static partial void Fenced(this ILogger log, string hall, long epoch, long seq);

    [LoggerMessage(3002, LogLevel.Error, "The session of hall {Hall} ended after seq {Seq}: {Reason}")]
    public static partial void SessionFailed(this ILogger log, string hall, long seq, string reason);

    [LoggerMessage(3003, LogLevel.Critical, "A writer of the ledger broke")]
    public static partial void WriterBroke(this ILogger log, Exception exception);

    [LoggerMessage(3004, LogLevel.Warning,
        "The connection was lost under {Halls} halls ({Reason}); their epochs are raised to learn what was written")]
    public static partial void ConnectionLost(this ILogger log, int halls, string reason);

    [LoggerMessage(3005, LogLevel.Information,
        "Writes in doubt resolved: {Written} halls were written, {Again} are sent again, {Fenced} are fenced")]
    public static partial void ConnectionResolved(this ILogger log, int written, int again, int fenced);

    [LoggerMessage(3006, LogLevel.Error, 
        "The database refused the entries of hall {Hall}, which was split out: {Reason}")]
    public static partial void SplitOut(this ILogger log, string hall, string reason);

    [LoggerMessage(3007, LogLevel.Warning, "The database does not answer: {Reason}")]
    public static partial void DatabaseDown(this ILogger log, string reason);

    [LoggerMessage(3008, LogLevel.Information, "The database is back after {Seconds:F1} s")]
    public static partial void DatabaseBack(this ILogger log, double seconds);
}
