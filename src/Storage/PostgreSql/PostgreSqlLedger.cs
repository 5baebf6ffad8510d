using Microsoft.Extensions.Logging;
using Npgsql;
using Yihao.Grains.Ports;
using Yihao.Storage.Pump;

namespace Yihao.Storage.PostgreSql;

/// <summary>The ledgers in one PostgreSQL database: appends through the pump, everything else through a pool.</summary>
internal sealed class PostgreSqlLedger : ILedgerStore
{
    private const string EntriesAfter = """
        select seq, at, kind, ticket, "window", clerk, payload, hash from hall_event where hall = $1 and seq > $2
        """;

    // Without an upper end PostgreSQL reads and sorts all the rest of the hall while it has no statistics of the table:
    // after a restore, for one. A ledger has no gaps, so the end is known.
    private const string ReadEntries = $"{EntriesAfter} and seq <= $3 order by seq";

    private const string ReadOverGap = $"{EntriesAfter} order by seq limit $3";

    /// <summary>All reads of the process wait for one look: one that hangs must not hold them up for long.</summary>
    private static readonly TimeSpan LookLimit = TimeSpan.FromSeconds(1);

    /// <summary>Less than a door waits for its hall.</summary>
    private static readonly TimeSpan LooksLimit = TimeSpan.FromSeconds(5);

    private readonly PostgreSqlQueries _queries;
    private readonly PostgreSqlQueries _looks;
    private readonly CommitPump _pump;

    public PostgreSqlLedger(
        StorageOptions options, SiloMark self, TimeProvider time, ILogger<PostgreSqlLedger> log)
    {
        _queries = new PostgreSqlQueries(options, time);
        _looks = new PostgreSqlQueries(options with { StatementLimit = LookLimit, DownLimit = LooksLimit }, time);
        Opening = new HeadOpening(_queries, self);
        _pump = new CommitPump(
            Enumerable.Range(0, options.Writers).Select(_ => new PostgreSqlWriter(options, time, log)),
            new HeadCheck(_looks), options, time, log);
    }

    public HeadOpening Opening { get; }

    public async Task<ILedgerSession> Open(string hall, CancellationToken cancellation) =>
        _pump.Session(await Opening.Open(hall, cancellation));

    /// <summary>As <see cref="HeadOpening.OpenUntil"/>.</summary>
    public async Task<ILedgerSession> OpenUntil(
        DateTime limit, string hall, string family, int place, CancellationToken cancellation) =>
        _pump.Session(await Opening.OpenUntil(limit, hall, family, place, cancellation));

    public async Task<IReadOnlyList<LedgerEntry>> Read(
        string hall, long after, int take, CancellationToken cancellation)
    {
        ReadBounds.Ensure(after, take);
        var upTo = after <= long.MaxValue - take ? after + take : long.MaxValue;
        var page = await _queries.Rows(ReadEntries, Entry, cancellation, hall, after, upTo);
        if (page.Count == take || upTo == long.MaxValue)
            return page;
        // The end, unless there is more behind it: then a gap, or others have just written. One statement tells which.
        var further = await _queries.Rows(ReadOverGap, Entry, cancellation, hall, upTo, 1);
        return further.Count == 0 ? page : await _queries.Rows(ReadOverGap, Entry, cancellation, hall, after, take);
    }

    public Task<IReadOnlyList<string>> Halls(CancellationToken cancellation) =>
        _queries.Rows("select hall from hall_head order by hall", row => row.GetString(0), cancellation);

    public Task<IReadOnlyList<string>> HallsWithRows(CancellationToken cancellation) =>
        _queries.Rows(
            "select hall from hall_head union select hall from hall_event order by hall",
            row => row.GetString(0), cancellation);

    public async Task<int> RenewLedgers(CancellationToken cancellation) => (await _queries.Rows(
        "update hall_head set ledger = replace(gen_random_uuid()::text, '-', ''), epoch = epoch + 1, owner = 'restored'"
            + " returning 1",
        row => row.GetInt32(0), cancellation)).Count;

    public async Task<LedgerHead?> Head(string hall, CancellationToken cancellation)
    {
        var heads = await _queries.Rows(
            "select last_seq, last_hash from hall_head where hall = $1",
            row => new LedgerHead(row.GetInt64(0), row.GetFieldValue<byte[]>(1)), cancellation, hall);
        return heads.SingleOrDefault();
    }

    public async Task<string?> Load(CancellationToken cancellation)
    {
        var contents = await _queries.Rows(
            "select content from network order by version desc limit 1", row => row.GetString(0), cancellation);
        return contents.SingleOrDefault();
    }

    public async Task<bool> Held(string text, CancellationToken cancellation) => (await _queries.Rows(
        "select exists (select 1 from network where content = $1)", row => row.GetBoolean(0), cancellation, text))
        .Single();

    public async Task<long> Version(CancellationToken cancellation) => (await _queries.Rows(
        "select coalesce(max(version), 0) from network", row => row.GetInt64(0), cancellation)).Single();

    public Task Save(string text, CancellationToken cancellation) =>
        _queries.Rows(
            "insert into network (at, content) values (clock_timestamp(), $1) returning version",
            row => row.GetInt64(0), cancellation, text);

    public Task<bool> Answers(TimeSpan limit, CancellationToken cancellation) => _queries.Answers(limit, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _pump.DisposeAsync();
        await _looks.DisposeAsync();
        await _queries.DisposeAsync();
    }

    private static LedgerEntry Entry(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        new DateTimeOffset(row.GetDateTime(1)),
        row.GetString(2),
        Text(row, 3),
        Text(row, 4),
        Text(row, 5),
        row.GetFieldValue<byte[]>(6),
        row.GetFieldValue<byte[]>(7));

    private static string? Text(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
