using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Yihao.Grains.Ports;

namespace Yihao.Storage.PostgreSql;

/// <summary>
/// In which database each county's halls lie. Chosen once, when the first hall of the county is opened, and written
/// down in the main database; from then on it is only read, however many databases there are later.
/// </summary>
internal sealed class CountyPlaces(StorageOptions options, TimeProvider time) : IAsyncDisposable
{
    private const int CountyDigits = 6;

    // Two nodes may choose at once: the second one gets no row and reads the first one's choice the next time.
    private const string Choose = """
        with chosen as (
            insert into ledger_place (county, place) values ($1, $2) on conflict (county) do nothing returning place
        )
        select place from chosen union all select place from ledger_place where county = $1
        """;

    private readonly PostgreSqlQueries _main = new(options, time);
    private readonly ConcurrentDictionary<string, int> _known = new(StringComparer.Ordinal);
    private string? _family;

    /// <summary>The first six digits of the hall's code.</summary>
    public static string CountyOf(string hall) => hall.Length <= CountyDigits ? hall : hall[..CountyDigits];

    /// <summary>What a county gets that has no place yet: the same on every node with as many databases.</summary>
    public static int Usual(string county, int databases)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(county));
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(hash) % (uint)databases);
    }

    /// <summary>Null while no hall of the county was ever opened.</summary>
    public async Task<int?> Find(string hall, CancellationToken cancellation)
    {
        var county = CountyOf(hall);
        if (_known.TryGetValue(county, out var known))
            return known;
        var places = await _main.Rows(
            "select place from ledger_place where county = $1", row => row.GetInt32(0), cancellation, county);
        return places is [var place] ? Known(county, place) : null;
    }

    public async Task<int> FindOrChoose(string hall, CancellationToken cancellation)
    {
        if (await Find(hall, cancellation) is { } found)
            return found;
        var county = CountyOf(hall);
        while (true)
        {
            var places = await _main.Rows(
                Choose, row => row.GetInt32(0), cancellation, county, Usual(county, 1 + options.Ledgers.Count));
            if (places is [var place])
                return Known(county, place);
        }
    }

    /// <summary>The random id that all databases of this ledger have in common.</summary>
    public async Task<string> Family(CancellationToken cancellation) => _family ??= (await _main.Rows(
        "select family from ledger_self", row => row.GetString(0), cancellation)).SingleOrDefault()
        ?? throw new LedgerUnavailableException("The main database of the ledger is not migrated.");

    public ValueTask DisposeAsync() => _main.DisposeAsync();

    // Never out of date: a place is never changed while a program runs.
    private int Known(string county, int place)
    {
        // The halls of one county have one database: a node with a shorter list must not take the next best one.
        if (place > options.Ledgers.Count)
        {
            throw new LedgerUnavailableException(
                $"County {county} lies in ledger database {place}, which this node has not: restart it with "
                + $"{WrongLedgersException.Name(place)}.");
        }

        return _known[county] = place;
    }
}
