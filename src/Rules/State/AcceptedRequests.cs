namespace Yihao.Rules;

/// <summary>
/// Requests that were accepted, with their outcomes: kept 24 hours, and at most <see cref="Bound"/> of them, so that a
/// hall cannot be made to eat the memory. The oldest go first.
/// </summary>
public sealed class AcceptedRequests
{
    /// <summary>More than ten times the commands of the busiest hall's day.</summary>
    public const int Bound = 250_000;

    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly Dictionary<UInt128, Remembered> byKey = [];
    private readonly Queue<(UInt128 Key, DateTimeOffset At)> oldestFirst = [];

    public int Count => byKey.Count;

    public IEnumerable<(Request Request, DateTimeOffset At, Outcome Outcome)> InOrder() =>
        from entry in oldestFirst
        let kept = byKey[entry.Key]
        select (new Request(entry.Key, kept.Body), entry.At, kept.Outcome);

    public Remembered? Find(UInt128 key) => byKey.TryGetValue(key, out var found) ? found : null;

    internal void Add(Request request, DateTimeOffset at, Outcome outcome)
    {
        while (oldestFirst.TryPeek(out var oldest) && (oldest.At + Kept < at || byKey.Count >= Bound))
            byKey.Remove(oldestFirst.Dequeue().Key);
        byKey.Add(request.Key, new Remembered(request.Body, at, outcome));
        oldestFirst.Enqueue((request.Key, at));
    }

    public readonly record struct Remembered(ulong Body, DateTimeOffset At, Outcome Outcome);
}
