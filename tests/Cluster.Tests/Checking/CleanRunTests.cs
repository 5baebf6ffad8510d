using Yihao.Cluster.Tests.Checking.Evidence;
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
        Assert.All(
            new[] { "Unattended", "absence", "cover" },
            kind => Assert.Contains($"calm-windows: {kind}", verdict.Checked.Keys));
    }

    [Fact]
    public async Task A_run_that_was_kept_in_files_gives_the_same_verdict()
    {
        var folder = Directory.CreateTempSubdirectory("yihao-kept-").FullName;
        try
        {
            var cancellation = TestContext.Current.CancellationToken;
            await KeptRun.WriteAsync(folder, new History(recorded.Notes), recorded.Ledgers, cancellation);
            var (history, ledgers) = await KeptRun.ReadAsync(folder, cancellation);
            Assert.Equal(
                Checker.Check(new History(recorded.Notes), recorded.Ledgers, CheckedCounty.Network).Summary(),
                Checker.Check(history, ledgers, CheckedCounty.Network).Summary());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void An_empty_run_proves_nothing_and_says_so()
    {
        var verdict = Checker.Check(new History(), [], CheckedCounty.Network);
        Assert.Empty(verdict.Violations);
        Assert.Equal(verdict.Checked.Keys, verdict.Idle);
    }
}
