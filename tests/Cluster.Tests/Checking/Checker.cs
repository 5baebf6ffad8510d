using Yihao.Cluster.Tests.Checking.Checks;
using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Grains.Network;

namespace Yihao.Cluster.Tests.Checking;

/// <summary>
/// Holds what everybody saw during a run against what the ledgers say. It knows the rules of the hall from
/// <c>Yihao.Rules</c> and believes nothing else: what it cannot know (an answer that never came) it lets pass, what it
/// did not look at it says.
/// </summary>
public static class Checker
{
    private static readonly IReadOnlyList<ICheck> All =
    [
        new WholeLedger(),
        new AcknowledgedIsThere(),
        new NeverTwice(),
        new OneWindow(),
        new NothingLost(),
        new LoansAgree(),
        new ScreensShowAll(),
        new AnswersSayAsOf(),
        new ReplayedCommands(),
        new ReplayedAnswers(),
        new RealTimeOrder(),
        new CalmWindows(),
    ];

    /// <summary>Names of all rules.</summary>
    public static IEnumerable<string> Rules => All.Select(c => c.Rule);

    /// <param name="network">The network that the cluster served: for names, and for what its doors refuse.</param>
    public static Verdict Check(History history, IReadOnlyList<HallLedger> ledgers, NetworkDefinition network)
    {
        var run = new Run(history, ledgers, network);
        List<Violation> violations = [];
        Dictionary<string, long> counts = [];
        foreach (var check in All)
        {
            var findings = new Findings(check.Rule);
            check.Look(run, findings);
            violations.AddRange(findings.Violations);
            if (findings.Looked.Count == 0)
                counts[check.Rule] = 0;
            foreach (var (kind, count) in findings.Looked)
                counts[kind] = count;
        }

        return new(violations, counts);
    }
}
