using Yihao.Cluster.Tests.Faults.Trouble;

namespace Yihao.Cluster.Tests.Faults;

/// <summary>Needs the whole machine: nothing else runs beside it.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class WholeMachine;

/// <summary>
/// Three nodes on a real PostgreSQL are killed, frozen, stopped and cut off under load; tests/cluster-faults.sh runs
/// the same for as long as one likes.
/// </summary>
[Collection(typeof(WholeMachine))]
public sealed class FaultTests
{
    [Fact]
    public async Task A_cluster_that_is_killed_frozen_and_cut_off_under_load_loses_nothing()
    {
        var options = RunOptions.Read();
        await JudgedRun.Go(options, options switch
        {
            { IsShort: true } => FaultPlan.Each(options.Seed, options.Nodes),
            { IsSoak: true } => FaultPlan.Calm(),
            { Only: [_, ..] only } => FaultPlan.Only(only, options.Seed, options.Nodes),
            _ => FaultPlan.Endless(options.Seed, options.Nodes),
        }, atTheBusiest: true);
    }
}
