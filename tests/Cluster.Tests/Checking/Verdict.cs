using System.Globalization;
using System.Text;

namespace Yihao.Cluster.Tests.Checking;

/// <summary>Something that must never happen, and did.</summary>
/// <param name="Rule">Name of the rule that found it.</param>
/// <param name="Text">What is wrong, with the seq or the request to look at.</param>
public sealed record Violation(string Rule, string Hall, string Text);

/// <summary>What the checker says of a run.</summary>
/// <param name="Violations">At most <see cref="Findings.Most"/> of each rule.</param>
/// <param name="Checked">How many things each rule looked at, by kind where it tells them apart: a rule that looked at
/// nothing proves nothing.</param>
public sealed record Verdict(IReadOnlyList<Violation> Violations, IReadOnlyDictionary<string, long> Checked)
{
    /// <summary>Rules that found nothing to look at.</summary>
    public IEnumerable<string> Idle => Checked.Where(c => c.Value == 0).Select(c => c.Key);

    /// <summary>One line per rule and violation, for people.</summary>
    public string Summary()
    {
        var text = new StringBuilder();
        foreach (var (rule, count) in Checked)
        {
            var found = Violations.Count(v => v.Rule == rule.Split(':')[0]);
            text.AppendLine(CultureInfo.InvariantCulture, $"{rule,-36}{count,10} checked {found,5} violations");
        }

        foreach (var violation in Violations)
            text.AppendLine(CultureInfo.InvariantCulture, $"{violation.Rule}: {violation.Hall}: {violation.Text}");
        return text.ToString();
    }
}
