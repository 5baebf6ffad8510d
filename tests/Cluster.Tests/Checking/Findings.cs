namespace Yihao.Cluster.Tests.Checking;

/// <summary>What one rule finds, and how much it looks at.</summary>
public sealed class Findings(string rule)
{
    /// <summary>Violations of one rule that are kept; the first ones say enough.</summary>
    public const int Most = 100;

    private readonly List<Violation> _violations = [];

    public IReadOnlyList<Violation> Violations => _violations;

    public long Looked { get; private set; }

    public void Look(long things = 1) => Looked += things;

    public void Find(string hall, FormattableString text)
    {
        if (_violations.Count < Most)
            _violations.Add(new(rule, hall, FormattableString.Invariant(text)));
    }
}
