namespace Yihao.Storage;

/// <summary>
/// Where everything is stored, and the bounds of the way there. The section <c>Storage</c> of the configuration.
/// </summary>
public sealed record StorageOptions
{
    /// <summary>Default: <see cref="StorageProvider.Sqlite"/>.</summary>
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>SQLite only: the folder of the two files, made when it is not there. Default <c>./data</c>.</summary>
    public string Path { get; init; } = "./data";

    /// <summary>PostgreSQL only, required there: an Npgsql connection string with host, database and user.</summary>
    public string ConnectionString { get; init; } = "";

    /// <summary>
    /// PostgreSQL only: further databases that the ledger is split over by county, after the one of <see
    /// cref="ConnectionString"/>, which also holds everything else. The settings <c>Storage:Ledgers:1</c>, <c>:2</c> …
    /// in this order. Counties stay where they are when one is added; none may be moved or taken away. Default none, at
    /// most 63.
    /// </summary>
    public IReadOnlyList<string> Ledgers { get; init; } = [];

    /// <summary>The most that <see cref="Ledgers"/> may hold.</summary>
    public const int MostLedgers = 63;

    /// <summary>
    /// Storage:Writers. PostgreSQL only: writers that share the halls of one database. Default 1, 1 to 16; two are
    /// faster where a commit is slow, as with a synchronous replica, and slower elsewhere.
    /// </summary>
    public int Writers { get; init; } = 1;

    /// <summary>
    /// Storage:HallPendingEntries. Entries of one hall that may wait to be durable before it has no room. Default
    /// 2,000, 1 to 100,000.
    /// </summary>
    public int HallPendingEntries { get; init; } = 2_000;

    /// <summary>
    /// Storage:PumpPendingEntries. Entries of all halls that may wait before none has room. Default 50,000, 1 to
    /// 1,000,000.
    /// </summary>
    public int PumpPendingEntries { get; init; } = 50_000;

    /// <summary>
    /// Storage:BatchEntries. Entries that one write takes, beyond which the next one takes them. Default 4,000, 1 to
    /// 50,000.
    /// </summary>
    public int BatchEntries { get; init; } = 4_000;

    /// <summary>
    /// Storage:DownLimitSeconds. How long a database that does not answer is tried again before appends fail. Default
    /// 10 s, 0.1 to 60 s.
    /// </summary>
    public TimeSpan DownLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Storage:LockedHeadLimitSeconds. How long a hall waits for its own locked head before its appends fail. Default
    /// 5 s, 0.1 to 60 s.
    /// </summary>
    public TimeSpan LockedHeadLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Storage:StatementLimitSeconds. PostgreSQL only: how long one statement may run before its connection counts as
    /// lost, rounded up to whole seconds. Default 5 s, 1 to 60 s.
    /// </summary>
    public TimeSpan StatementLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Every setting that is wrong, with its name, value and allowed range; empty when all is well.</summary>
    public IReadOnlyList<string> Mistakes()
    {
        var mistakes = new List<string>();
        if (!Enum.IsDefined(Provider))
            mistakes.Add($"Storage:Provider is {Provider}: one of Sqlite, PostgreSql");
        if (Provider == StorageProvider.Sqlite && string.IsNullOrWhiteSpace(Path))
            mistakes.Add("Storage:Path is empty: the folder of the SQLite files");
        if (Provider == StorageProvider.PostgreSql && string.IsNullOrWhiteSpace(ConnectionString))
            mistakes.Add("Storage:ConnectionString is empty: with PostgreSql it names host, database and user");
        CheckLedgers(mistakes);
        Check(mistakes, nameof(Writers), Writers, 1, 16);
        Check(mistakes, nameof(HallPendingEntries), HallPendingEntries, 1, 100_000);
        Check(mistakes, nameof(PumpPendingEntries), PumpPendingEntries, 1, 1_000_000);
        Check(mistakes, nameof(BatchEntries), BatchEntries, 1, 50_000);
        Check(mistakes, "DownLimitSeconds", DownLimit.TotalSeconds, 0.1, 60);
        Check(mistakes, "LockedHeadLimitSeconds", LockedHeadLimit.TotalSeconds, 0.1, 60);
        Check(mistakes, "StatementLimitSeconds", StatementLimit.TotalSeconds, 1, 60);
        return mistakes;
    }

    /// <summary>The same bounds, for the database at one place of <see cref="Ledgers"/>, from 1.</summary>
    internal StorageOptions At(int place) => this with { ConnectionString = Ledgers[place - 1], Ledgers = [] };

    private void CheckLedgers(List<string> mistakes)
    {
        if (Ledgers.Count > 0 && Provider != StorageProvider.PostgreSql)
            mistakes.Add("Storage:Ledgers:1 is set: only with PostgreSql");
        if (Ledgers.Count > MostLedgers)
            mistakes.Add($"Storage:Ledgers has {Ledgers.Count}: at most {MostLedgers}");
        for (var i = 0; i < Ledgers.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(Ledgers[i]))
                mistakes.Add($"Storage:Ledgers:{i + 1} is empty: the numbers go on from 1, each with a database");
        }
    }

    /// <exception cref="ArgumentException">A setting is wrong; the message holds every mistake.</exception>
    internal void EnsureRight()
    {
        if (Mistakes() is { Count: > 0 } mistakes)
            throw new ArgumentException(string.Join(Environment.NewLine, mistakes));
    }

    private static void Check(List<string> mistakes, string name, double value, double from, double to)
    {
        if (value < from || value > to)
            mistakes.Add(FormattableString.Invariant($"Storage:{name} is {value}: {from} to {to}"));
    }
}
