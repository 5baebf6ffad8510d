using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Yihao.Storage;

namespace Yihao.Region.Run;

/// <summary>What lies in one database of the ledger.</summary>
internal sealed record Share(long Halls, long Entries, long Bytes);

/// <summary>Holds the ledgers against what the callers were told.</summary>
internal static class LedgerCheck
{
    private static readonly string[] Kinds = ["taken", "called", "finished"];

    /// <summary>Walks every ledger.</summary>
    /// <returns>Halls, entries, and what is wrong.</returns>
    public static async Task<(int Halls, long Entries, List<string> Faults)> Verify(
        StorageOptions options, Action<int> progress)
    {
        StorageSchema.Migrate(options);
        await using var services = new ServiceCollection().AddYihaoStorage(options).BuildServiceProvider();
        var (halls, entries, faults) = (0, 0L, new List<string>());
        await foreach (var report in services.GetRequiredService<LedgerVerifier>().VerifyAll(CancellationToken.None))
        {
            faults.AddRange(report.Findings.Select(f => $"{f.Hall} entry {f.Seq}: {f.Fault}"));
            (halls, entries) = (halls + 1, entries + report.Entries);
            progress(halls);
        }

        return (halls, entries, faults);
    }

    /// <summary>Every acknowledged ticket stands once in all databases together: taken, called and finished.</summary>
    public static async Task<List<string>> Count(IReadOnlyList<string> databases, long lives)
    {
        var faults = new List<string>();
        foreach (var kind in Kinds)
        {
            var tickets = new List<string>();
            foreach (var database in databases)
            {
                await Rows(
                    database, $"select ticket from hall_event where kind = '{kind}'",
                    row => tickets.Add(row.GetString(0)));
            }

            var different = tickets.Distinct().Count();
            if (tickets.Count != lives || different != lives)
                faults.Add($"{kind}: {tickets.Count} times, {different} tickets; it should be {lives}");
        }

        return faults;
    }

    public static async Task<Share> ShareOf(string database)
    {
        var share = new Share(0, 0, 0);
        await Rows(
            database,
            """
            select (select count(*) from hall_head), (select count(*) from hall_event),
                pg_total_relation_size('hall_event') + pg_total_relation_size('hall_head')
            """,
            row => share = new Share(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)));
        return share;
    }

    /// <summary>Bytes of write-ahead log since the server was made.</summary>
    public static async Task<long> Wal(string database)
    {
        var bytes = 0L;
        await Rows(
            database, "select (pg_current_wal_lsn() - '0/0')::bigint", row => bytes = row.GetInt64(0));
        return bytes;
    }

    private static async Task Rows(string database, string sql, Action<NpgsqlDataReader> row)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            row(reader);
    }
}
