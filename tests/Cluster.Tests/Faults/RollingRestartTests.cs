using Yihao.Cluster.Tests.Faults.Trouble;

namespace Yihao.Cluster.Tests.Faults;

/// <summary>
/// As an update does it: one node after another is asked to end and started again, under load that goes to ready nodes
/// only. No try of a request may fail: that nobody sees an error is what the drain is for.
/// </summary>
[Collection(typeof(WholeMachine))]
public sealed class RollingRestartTests
{
    [Fact]
    public async Task A_rolling_restart_under_load_fails_no_request_and_loses_no_call()
    {
        var options = RunOptions.Read() with { Time = TimeSpan.Zero, IsSoak = false, LeavesUnready = true };
        var restarts = await JudgedRun.Go(
            options, Enumerable.Range(0, options.Nodes).Select(node => new Fault.Stopped(node)), atTheBusiest: false);
        Assert.All(restarts, times => Assert.Equal(1, times));
    }
}
