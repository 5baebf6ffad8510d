using Yihao.Cluster.Tests.Checking.Recording;

namespace Yihao.Cluster.Tests.Checking;

[Collection<OneRecording>]
public sealed class CleanRunTests(RecordedRun recorded)
{
    [Fact]
    public void A_clean_run_has_no_violation_and_every_rule_has_looked_at_something()
    {
        var verdict = Checker.Check(new History(recorded.Notes), recorded.Ledgers, CheckedCounty.Network);
        TestContext.Current.TestOutputHelper?.WriteLine(verdict.Summary());
        Assert.True(verdict.Violations.Count == 0, verdict.Summary());
        Assert.Empty(verdict.Idle);
    }
}
