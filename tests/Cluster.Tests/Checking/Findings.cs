namespace Yihao.Cluster.Tests.Checking;

/// <summary>What one rule finds, and how much it looks at.</summary>
public sealed class Findings(string rule)
{
    /// <summary>Violations of one rule that are kept; the first ones say enough.</summary>
    public const int Most = 100;

    private readonly List<Violation> _violations = [];
    private readonly SortedDictionary<string, long> _looked = new(StringComparer.Ordinal);

    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>How much was looked at, by kind where the rule tells kinds apart.</summary>
    public IReadOnlyDictionary<string, long> Looked => _looked;

    /// <param name="kind">Named when it proves something by itself.</param>
    public void Look(string? kind = null)
    {
        var name = kind is null ? rule : $"{rule}: {kind}";
        _looked[name] = _looked.GetValueOrDefault(name) + 1;
    }

    /// <summary>Kinds that a run should have: each is counted, even with nothing.</summary>
    public void Expect(params ReadOnlySpan<string> kinds)
    {
        foreach (var kind in kinds)
            _looked.TryAdd($"{rule}: {kind}", 0);
    }

    public void Find(string hall, FormattableString text)
    {
        if (_violations.Count < Most)
            _violations.Add(new(rule, hall, FormattableString.Invariant(text)));
    }
}
