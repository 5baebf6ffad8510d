using Npgsql;

namespace Yihao.Storage.PostgreSql;

/// <summary>How long a writer's connection waits for a lock: lock_timeout.</summary>
internal static class LockLimit
{
    /// <summary>Every hall of the batch waits with it.</summary>
    public const string OfHead = "100ms";

    /// <summary>While tables are changed, nobody writes anyway.</summary>
    public const string OfTable = "1s";

    public static void Set(NpgsqlConnection connection, string limit)
    {
        using var command = new NpgsqlCommand($"set lock_timeout = '{limit}'", connection);
        command.ExecuteNonQuery();
    }
}
