namespace Yihao.Rules;

/// <summary>
/// Loans and moves that are over here, so that a late repeat is known as one: kept 24 hours, at most
/// <see cref="Bound"/>, the oldest go first.
/// </summary>
public sealed class SettledIds
{
    public const int Bound = 20_000;

    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly Dictionary<string, DateTimeOffset> at = new(StringComparer.Ordinal);
    private readonly Queue<string> oldestFirst = [];

    public IEnumerable<SettledId> InOrder => oldestFirst.Select(id => new SettledId(id, at[id]));

    public bool Knows(string id) => at.ContainsKey(id);

    internal void Add(string id, DateTimeOffset now)
    {
        while (oldestFirst.TryPeek(out var oldest) && (at[oldest] + Kept < now || at.Count >= Bound))
            at.Remove(oldestFirst.Dequeue());
        if (at.TryAdd(id, now))
            oldestFirst.Enqueue(id);
    }
}

public readonly record struct SettledId(string Id, DateTimeOffset At);
