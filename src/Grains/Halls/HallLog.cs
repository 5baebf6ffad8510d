using Microsoft.Extensions.Logging;

namespace Yihao.Grains.Halls;

/// <summary>What the halls say to operators. Event ids 1000 to 1099.</summary>
internal static partial class HallLog
{
    [LoggerMessage(1000, LogLevel.Debug, "{Hall} is up at seq {Seq}; snapshot used at {SnapshotSeq}")]
    public static partial void Up(ILogger logger, string hall, long seq, long snapshotSeq);

    [LoggerMessage(1001, LogLevel.Warning, "{Hall} gives way: {Reason}")]
    public static partial void GivesWay(ILogger logger, string hall, string reason);

    [LoggerMessage(1002, LogLevel.Warning, "{Hall}: the snapshot was not written; the next start takes longer")]
    public static partial void SnapshotNotWritten(ILogger logger, string hall, Exception failure);

    [LoggerMessage(1003, LogLevel.Warning, "{Hall}: what is due could not be written; it is tried again")]
    public static partial void NotOnTime(ILogger logger, string hall, Exception failure);

    [LoggerMessage(1004, LogLevel.Information, "{Hall} is not in the network")]
    public static partial void Unknown(ILogger logger, string hall);

    [LoggerMessage(1005, LogLevel.Warning, "{Hall} could not be woken")]
    public static partial void NotWoken(ILogger logger, string hall, Exception failure);

    [LoggerMessage(1006, LogLevel.Warning, "{Window}: the loss of its clerk could not be told; it is tried again")]
    public static partial void LossNotTold(ILogger logger, string window, Exception failure);

    [LoggerMessage(1007, LogLevel.Warning, "{Hall}: {Home} did not answer; its citizen is served by somebody else")]
    public static partial void NotHelped(ILogger logger, string hall, string home, Exception failure);

    [LoggerMessage(1008, LogLevel.Warning, "{Hall}: {Home} could not be told of a loan; it is told again")]
    public static partial void LoanNotTold(ILogger logger, string hall, string home, Exception failure);

    [LoggerMessage(1009, LogLevel.Warning, "{Hall}: a ticket could not be sent to {To}; it is sent again")]
    public static partial void NotMoved(ILogger logger, string hall, string to, Exception failure);

    [LoggerMessage(1010, LogLevel.Warning, "{Hall}: {Other} did not say how a ticket stands that moved there")]
    public static partial void NotShown(ILogger logger, string hall, string other, Exception failure);

    [LoggerMessage(1011, LogLevel.Information,
        "{Hall} is opened anew: it belongs to another node, or the network has changed")]
    public static partial void OpensAnew(ILogger logger, string hall);

    [LoggerMessage(1012, LogLevel.Warning, "{Hall} has no reminder of its days; its node wakes it all the same")]
    public static partial void NotReminded(ILogger logger, string hall, Exception failure);
}
