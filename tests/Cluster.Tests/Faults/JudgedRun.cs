using Yihao.Cluster.Tests.Checking;
using Yihao.Cluster.Tests.Faults.Figures;
using Yihao.Cluster.Tests.Faults.Places;
using Yihao.Cluster.Tests.Faults.Trouble;

namespace Yihao.Cluster.Tests.Faults;

/// <summary>A run with its faults, and what the checker says of it.</summary>
internal static class JudgedRun
{
    /// <summary>Batches that a screen may miss and ask for again, for each fault: far more than it does.</summary>
    private const int GapsPerFault = 10;

    private const int PlannedShown = 12;
    private const int MishapsShown = 100;

    /// <param name="atTheBusiest">Each fault is moved to the node that holds most halls.</param>
    /// <returns>How often each node had to be started again.</returns>
    public static async Task<IReadOnlyList<int>> Go(RunOptions options, IEnumerable<Fault> plan, bool atTheBusiest)
    {
        using var folder = new RunFolder(options.Seed);
        folder.Say($"seed {options.Seed}, {options.Nodes} nodes");
        foreach (var fault in options.IsSoak ? [] : plan.Take(PlannedShown))
            folder.Say($"  planned: {fault}");
        await using var run = await FaultRun.Begin(options, folder);
        try
        {
            await (options.IsSoak ? Soak(run, folder, plan) : run.Suffer(plan, atTheBusiest));
            await run.CalmDown();
            Tell(run, folder);
            await Judge(run, folder);
            if (options.Keeps)
                await folder.Keep(run);
            return [.. run.Cluster.Nodes.Select(node => node.Restarts)];
        }
        catch (Exception failed)
        {
            await folder.Keep(run, failed);
            throw;
        }
    }

    private static async Task Soak(FaultRun run, RunFolder folder, IEnumerable<Fault> calm)
    {
        await using var memory = new MemoryWatch(run.Cluster.Nodes, run.Clock, folder.Say);
        await run.Suffer(calm, atTheBusiest: false);
        await memory.End();
    }

    private static void Tell(FaultRun run, RunFolder folder)
    {
        folder.Say(run.Silences.Write());
        folder.Say(run.Moves.Write());
        folder.Say(CommandTimes.Of(run.History));
        var mishaps = run.Tally.Mishaps;
        folder.Say($"of {mishaps.Count} tries without an answer of the hall {mishaps.Count(m => m.IsError)} failed, "
            + $"{mishaps.Count(m => !m.IsError)} were given up");
        foreach (var mishap in run.Options.LeavesUnready ? mishaps.Take(MishapsShown) : [])
            folder.Say($"  {mishap}");
    }

    private static async Task Judge(FaultRun run, RunFolder folder)
    {
        var ledgers = await folder.Write(run.Database);
        var verdict = Checker.Check(run.History, ledgers, Region.Network);
        folder.Say($"{ledgers.Sum(l => l.Entries.Count)} entries in {ledgers.Count} ledgers\n{verdict.Summary()}");
        Assert.Empty(verdict.Violations);
        Assert.Empty(verdict.Idle);
        Assert.Empty(run.Tally.Failures);
        Assert.Equal(0, run.Tally.Open);
        Assert.All(run.Screens, screen => Assert.Equal((screen.Name, 1), (screen.Name, screen.Pictures)));
        Assert.All(
            run.Screens, screen => Assert.InRange(screen.Gaps, 0, screen.Link.Joined + (GapsPerFault * run.Faults)));
        Assert.Empty(run.Silences.TooLong);
        Assert.Empty(run.Moves.TooLong);
        if (run.Options.LeavesUnready)
            Assert.DoesNotContain(run.Tally.Mishaps, mishap => mishap.IsError);
    }
}
