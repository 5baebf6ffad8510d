using Yihao.Grains.Halls;
using Yihao.Grains.Network;

namespace Yihao.Cluster.Tests.Checking.Evidence;

/// <summary>All that is known of a run, prepared once for every rule.</summary>
internal sealed class Run
{
    private readonly Dictionary<string, HallLedger> _ledgers;
    private readonly Dictionary<string, string> _hallByLedger;
    private readonly Dictionary<string, Dictionary<UInt128, long>> _requests = [];
    private readonly Dictionary<string, HallCatalogue> _catalogues = [];

    public Run(History history, IReadOnlyList<HallLedger> ledgers, NetworkDefinition network)
    {
        (History, Ledgers, Network) = (history, ledgers, network);
        _ledgers = ledgers.ToDictionary(l => l.Hall);
        Questions = [.. history.All<Attempted>().Select(a => new Question(a))];
        _hallByLedger = LedgerIds();
        FirstAttempts =
        [
            .. Questions.Where(q => q.Asked is not null)
                .OrderBy(q => q.Attempt.Invoked)
                .DistinctBy(q => (q.Attempt.Hall, q.Asked!.Stamp.Key)),
        ];
        foreach (var ledger in ledgers)
            _requests[ledger.Hall] = Requests(ledger);
        Clock = ClockZero.Of(this);
    }

    public History History { get; }

    public IReadOnlyList<HallLedger> Ledgers { get; }

    public NetworkDefinition Network { get; }

    public IReadOnlyList<Question> Questions { get; }

    /// <summary>Commands, each request once: what is tried again later may have been done long before.</summary>
    public IReadOnlyList<Question> FirstAttempts { get; }

    /// <summary>Where the run's clock stands on the halls'; null when no answer tells.</summary>
    public ClockZero? Clock { get; }

    public HallLedger? Ledger(string hall) => _ledgers.GetValueOrDefault(hall);

    /// <summary>The hall that answered, which for a ticket that moved is not the one that was asked.</summary>
    public string HallOf(Question question) =>
        question.AsOf is { } asOf && _hallByLedger.TryGetValue(asOf.Ledger, out var hall)
            ? hall
            : question.Attempt.Hall;

    /// <summary>The ledger id that nearly all answers of a hall carry; null when it never answered.</summary>
    public string? LedgerIdOf(string hall) => _hallByLedger.FirstOrDefault(l => l.Value == hall).Key;

    /// <summary>Where a request of a hall stands in its ledger; null when it does not.</summary>
    public long? SeqOf(string hall, UInt128 request) =>
        _requests.TryGetValue(hall, out var known) && known.TryGetValue(request, out var seq) ? seq : null;

    /// <summary>The hall's names; null for a hall that the network does not have.</summary>
    public HallCatalogue? CatalogueOf(string hall)
    {
        if (_catalogues.TryGetValue(hall, out var known))
            return known;
        return Network.FindHall(hall) is { } definition
            ? _catalogues[hall] = new HallCatalogue(Network, definition, DateOnly.MinValue)
            : null;
    }

    /// <summary>Questions of every hall that answered them, with the state that they were answered on.</summary>
    public ILookup<string, Question> Answered() =>
        Questions.Where(q => q.AsOf is not null).ToLookup(HallOf);

    private Dictionary<string, string> LedgerIds()
    {
        var votes = Questions.Where(q => q.AsOf is not null)
            .GroupBy(q => q.AsOf!.Ledger)
            .Select(ledger => (Ledger: ledger.Key, Best: ledger.CountBy(q => q.Attempt.Hall).MaxBy(h => h.Value)));
        Dictionary<string, string> found = [];
        // One ledger per hall: the one that most of its answers name.
        foreach (var (ledger, best) in votes.OrderByDescending(v => v.Best.Value))
        {
            if (!found.ContainsValue(best.Key))
                found[ledger] = best.Key;
        }

        return found;
    }

    private static Dictionary<UInt128, long> Requests(HallLedger ledger)
    {
        Dictionary<UInt128, long> found = [];
        for (var i = 0; i < ledger.Events.Count; i++)
        {
            if (ledger.Events[i].Request is { } request)
                found.TryAdd(request.Key, ledger.Entries[i].Seq);
        }

        return found;
    }
}
