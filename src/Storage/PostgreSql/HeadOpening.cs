using Yihao.Grains.Ports;
using Yihao.Storage.Pump;

namespace Yihao.Storage.PostgreSql;

/// <summary>
/// The one statement that takes a hall. It waits for an append that has the head locked, so that what that writes is
/// seen.
/// </summary>
internal sealed class HeadOpening(PostgreSqlQueries queries, SiloMark self)
{
    /// <summary>
    /// From the look at a further database's clock to the opening there: as long as any statement may take.
    /// </summary>
    private const int OpenSeconds = 5;

    // A process that is marked dead (6), or forgotten, opens nothing.
    private const string Alive = """
        $1 = '' or exists (
            select 1 from OrleansMembershipTable
            where DeploymentId = $1 and Address = $2 and Port = $3 and Generation = $4 and Status <> 6)
        """;

    private const string InTime = """
        clock_timestamp() < $1 and exists (select 1 from ledger_self where family = $2 and place = $3)
        """;

    /// <summary>In the database that has the membership table: dead or alive is seen in the statement itself.</summary>
    /// <exception cref="LedgerFencedException">This process is marked dead.</exception>
    public async Task<OpenedHead> Open(string hall, CancellationToken cancellation) =>
        await Take(hall, Alive, Self, cancellation)
        ?? throw Dead(hall);

    /// <exception cref="LedgerFencedException">This process is marked dead.</exception>
    public async Task EnsureAlive(string hall, CancellationToken cancellation)
    {
        var alive = await queries.Rows(
            $"select {Alive}", row => row.GetBoolean(0), cancellation, Self);
        if (alive is not [true])
            throw Dead(hall);
    }

    /// <summary>
    /// In a further database: by its own clock, so that a process that stands still after it was found alive takes no
    /// hall when it wakes up.
    /// </summary>
    /// <exception cref="LedgerUnavailableException">It took too long, or this is not the database it
    /// was.</exception>
    public async Task<OpenedHead> OpenUntil(
        DateTime limit, string hall, string family, int place, CancellationToken cancellation) =>
        await Take(hall, InTime, [limit, family, place], cancellation)
        ?? throw new LedgerUnavailableException(
            $"Hall {hall} was not opened within {OpenSeconds} s, or its database is not ledger database {place}.");

    /// <summary>By this database's clock.</summary>
    public async Task<DateTime> Limit(CancellationToken cancellation) => (await queries.Rows(
        $"select clock_timestamp() + interval '{OpenSeconds} seconds'", row => row.GetDateTime(0), cancellation))
        .Single();

    private object[] Self => [self.Cluster, self.Address, self.Port, self.Generation];

    private async Task<OpenedHead?> Take(
        string hall, string condition, object[] asked, CancellationToken cancellation)
    {
        var (owner, next) = (NewHead.Mark(), asked.Length + 1);
        var heads = await queries.Rows(
            $"""
            insert into hall_head as h (hall, ledger, link_key, epoch, owner, taken_at, last_seq, last_hash)
            select ${next}, ${next + 1}, ${next + 2}, 1, ${next + 3}, clock_timestamp(), 0, ${next + 4}
            where {condition}
            on conflict (hall) do update set epoch = h.epoch + 1, owner = excluded.owner, taken_at = excluded.taken_at
            returning h.ledger, h.link_key, h.epoch, h.last_seq, h.last_hash
            """,
            row => new OpenedHead(
                hall, row.GetString(0), row.GetFieldValue<byte[]>(1), owner,
                row.GetInt64(2), row.GetInt64(3), row.GetFieldValue<byte[]>(4)),
            cancellation,
            [.. asked, hall, NewHead.Mark(), NewHead.LinkKey(), owner, LedgerChain.Root]);
        return heads.SingleOrDefault();
    }

    private static LedgerFencedException Dead(string hall) =>
        new($"This process may not take hall {hall}: it is marked dead.");
}
