using Yihao.Grains.Ports;

namespace Yihao.Storage.PostgreSql;

/// <summary>
/// The ledger split over several databases: each hall lies where its county does, and has that database's own writers,
/// so that one that is down holds up only its own counties. The first database is the main one, which also has the
/// network and the membership.
/// </summary>
internal sealed class SplitLedger(IReadOnlyList<PostgreSqlLedger> databases, CountyPlaces places) : ILedgerStore
{
    /// <summary>Halls of a database that does not answer by then are not asked for.</summary>
    private static readonly TimeSpan HallsLimit = TimeSpan.FromSeconds(2);

    private PostgreSqlLedger Main => databases[0];

    /// <remarks>
    /// The membership table is in the main database only. A process that is found alive there may still be marked dead
    /// before it has the head in the other one; that window ends after some seconds, by that database's clock, and the
    /// epoch keeps the ledger right in it (docs/decisions/0019).
    /// </remarks>
    public async Task<ILedgerSession> Open(string hall, CancellationToken cancellation)
    {
        var place = await places.FindOrChoose(hall, cancellation);
        if (place == 0)
            return await Main.Open(hall, cancellation);
        var family = await places.Family(cancellation);
        var limit = await databases[place].Opening.Limit(cancellation);
        await Main.Opening.EnsureAlive(hall, cancellation);
        return await databases[place].OpenUntil(limit, hall, family, place, cancellation);
    }

    public async Task<IReadOnlyList<LedgerEntry>> Read(
        string hall, long after, int take, CancellationToken cancellation)
    {
        ReadBounds.Ensure(after, take);
        return await places.Find(hall, cancellation) is { } place
            ? await databases[place].Read(hall, after, take, cancellation)
            : [];
    }

    public async Task<LedgerHead?> Head(string hall, CancellationToken cancellation) =>
        await places.Find(hall, cancellation) is { } place
            ? await databases[place].Head(hall, cancellation)
            : null;

    /// <summary>Those of further databases that do not answer are left out: nobody can open them now.</summary>
    public async Task<IReadOnlyList<string>> Halls(CancellationToken cancellation)
    {
        var silent = await Silent(HallsLimit, cancellation);
        var answering = databases.Where((_, place) => !silent.Contains(place));
        return InOrder(await Task.WhenAll(answering.Select(database => database.Halls(cancellation))));
    }

    public async Task<IReadOnlyList<string>> HallsWithRows(CancellationToken cancellation) =>
        InOrder(await Task.WhenAll(databases.Select(database => database.HallsWithRows(cancellation))));

    public async Task<IReadOnlyList<string>> Misplaced(CancellationToken cancellation)
    {
        var misplaced = new List<string>();
        for (var at = 0; at < databases.Count; at++)
        {
            foreach (var hall in await databases[at].HallsWithRows(cancellation))
            {
                if (await places.Find(hall, cancellation) != at)
                    misplaced.Add(hall);
            }
        }

        return misplaced;
    }

    public async Task<int> RenewLedgers(CancellationToken cancellation)
    {
        var renewed = 0;
        foreach (var database in databases)
            renewed += await database.RenewLedgers(cancellation);
        return renewed;
    }

    public Task<string?> Load(CancellationToken cancellation) => Main.Load(cancellation);

    public Task<bool> Held(string text, CancellationToken cancellation) => Main.Held(text, cancellation);

    public Task<long> Version(CancellationToken cancellation) => Main.Version(cancellation);

    public Task Save(string text, CancellationToken cancellation) => Main.Save(text, cancellation);

    public Task<bool> Answers(TimeSpan limit, CancellationToken cancellation) => Main.Answers(limit, cancellation);

    public async Task<IReadOnlyList<int>> Silent(TimeSpan limit, CancellationToken cancellation)
    {
        var further = Enumerable.Range(1, databases.Count - 1).ToArray();
        var answers = await Task.WhenAll(further.Select(place => databases[place].Answers(limit, cancellation)));
        return [.. further.Where((_, at) => !answers[at])];
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(databases.Select(database => database.DisposeAsync().AsTask()));
        await places.DisposeAsync();
    }

    private static IReadOnlyList<string> InOrder(IEnumerable<IReadOnlyList<string>> halls) =>
        [.. halls.SelectMany(some => some).Distinct().Order(StringComparer.Ordinal)];
}
