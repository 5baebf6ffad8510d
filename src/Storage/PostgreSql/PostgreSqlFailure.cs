using System.Net.Sockets;
using Npgsql;

namespace Yihao.Storage.PostgreSql;

/// <summary>What a failed statement means for the bytes it carried.</summary>
internal static class PostgreSqlFailure
{
    /// <summary>
    /// The server refused these values and certainly rolled back: data exceptions (22), constraints (23), limits (54),
    /// names and rights (42). The same bytes would be refused again.
    /// </summary>
    public static bool Refuses(Exception exception) => exception is PostgresException refused
        ? IsError(refused) && refused.SqlState[..2] is "22" or "23" or "42" or "54"
        // Npgsql could not put a value on the wire (a lone surrogate), so the statement never ran.
        : exception is ArgumentException or InvalidCastException;

    /// <summary>
    /// The database cannot do it now, or the connection was lost: whether the bytes are in is not known from this
    /// alone.
    /// </summary>
    public static bool IsOutage(Exception exception) =>
        exception is NpgsqlException or SocketException or IOException or TimeoutException;

    /// <summary>Nobody listens there, or it does not answer in time.</summary>
    public static bool IsAway(NpgsqlException exception) =>
        exception is not PostgresException || exception.IsTransient;

    public static string Reason(Exception exception) => exception is PostgresException server
        ? $"{server.SqlState} {server.MessageText}"
        : exception.Message;

    // FATAL and PANIC end the connection, and may come after a commit that was not reported.
    private static bool IsError(PostgresException exception) => exception.InvariantSeverity == "ERROR";
}
