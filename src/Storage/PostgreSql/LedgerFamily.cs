using Npgsql;

namespace Yihao.Storage.PostgreSql;

/// <summary>
/// The databases that the ledger is split over, as they stand in the settings, held against what they say of
/// themselves. Only new and empty ones are taken in; whatever does not fit is refused.
/// </summary>
internal sealed class LedgerFamily(NpgsqlConnection main)
{
    private readonly Self _main = SelfOf(main) ?? Found(main);

    /// <summary>How many have been taken in, the main one among them.</summary>
    public int Databases => _main.Databases;

    /// <exception cref="WrongLedgersException">Fewer are named than there are, or the first is not the main
    /// one.</exception>
    public void EnsureAllNamed(int named)
    {
        if (_main.Place != 0)
        {
            throw new WrongLedgersException(
                "ledger-moved", 0, $"this is database {_main.Place} of a ledger that is split, not its main one");
        }

        if (named < Databases)
        {
            throw new WrongLedgersException(
                "ledger-missing", named, $"the ledger lies in {Databases} databases, and this one is not named");
        }
    }

    /// <summary>Takes a migrated database in, or makes sure that it is the one that was.</summary>
    /// <exception cref="WrongLedgersException">It is not.</exception>
    public void Admit(NpgsqlConnection database, int place)
    {
        if (SelfOf(database) is not { } self)
            TakeIn(database, place);
        else if (self.Family != _main.Family || self.Place != place)
            throw new WrongLedgersException("ledger-moved", place, Whose(self));
        Execute(main, "update ledger_self set databases = greatest(databases, $1)", place + 1);
        KeepCounties(database, place);
    }

    private void TakeIn(NpgsqlConnection database, int place)
    {
        if (place < Databases)
        {
            throw new WrongLedgersException(
                "ledger-replaced", place, "another database was here, which is part of the ledger; this one is new");
        }

        if (Rows(database, "select hall from hall_head limit 1", row => row.GetString(0)).Count > 0)
        {
            throw new WrongLedgersException(
                "ledger-not-empty", place, "this database has a ledger of its own; a new one has to be empty");
        }

        Execute(
            database, "insert into ledger_self (family, place, databases) values ($1, $2, $2 + 1)",
            _main.Family, place);
    }

    /// <summary>The main database may come from a backup that is older than a county.</summary>
    private void KeepCounties(NpgsqlConnection database, int place)
    {
        var counties = Rows(database, "select county from ledger_place", row => row.GetString(0)).ToArray();
        Execute(
            main, "insert into ledger_place select county, $2 from unnest($1) as c (county) on conflict do nothing",
            counties, place);
        var elsewhere = Rows(
            main, "select county from ledger_place where county = any ($1) and place <> $2 order by county limit 1",
            row => row.GetString(0), counties, place);
        if (elsewhere is [var county])
        {
            throw new WrongLedgersException(
                "county-elsewhere", place, $"it holds halls of county {county}, which lies in another database");
        }
    }

    private string Whose(Self self) => self.Family == _main.Family
        ? $"this is database {self.Place} of the ledger: the order must stay"
        : "this database belongs to another ledger";

    private static Self Found(NpgsqlConnection main)
    {
        Execute(main, "insert into ledger_self (family, place, databases) values ($1, 0, 1)", NewHead.Mark());
        return SelfOf(main)!;
    }

    private static Self? SelfOf(NpgsqlConnection database) => Rows(
        database, "select family, place, databases from ledger_self",
        row => new Self(row.GetString(0), row.GetInt32(1), row.GetInt32(2))).SingleOrDefault();

    private static void Execute(NpgsqlConnection database, string sql, params object[] parameters) =>
        Rows(database, sql, _ => 0, parameters);

    private static List<T> Rows<T>(
        NpgsqlConnection database, string sql, Func<NpgsqlDataReader, T> row, params object[] parameters)
    {
        using var command = new NpgsqlCommand(sql, database);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    private sealed record Self(string Family, int Place, int Databases);
}
