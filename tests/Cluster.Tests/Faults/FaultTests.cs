using Yihao.Cluster.Tests.Checking;
using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Cluster.Tests.Faults.Places;
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
    /// <summary>Generous, for a loaded machine: what is aimed at is printed, and judged by hand.</summary>
    private static readonly TimeSpan MostWithoutAnswers = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_cluster_that_is_killed_frozen_and_cut_off_under_load_loses_nothing()
    {
        var options = RunOptions.Read();
        using var folder = new RunFolder(options.Seed);
        var time = options.IsShort ? "each fault once" : $"{options.Time.TotalMinutes} min";
        folder.Say($"seed {options.Seed}, {time}");
        var plan = options.IsShort
            ? FaultPlan.Each(options.Seed, options.Nodes)
            : FaultPlan.Endless(options.Seed, options.Nodes);
        foreach (var fault in plan.Take(12))
            folder.Say($"  planned: {fault}");
        await using var run = await FaultRun.Begin(options, folder);
        try
        {
            await run.Suffer(plan);
            await run.CalmDown();
            folder.Say(run.Silences.Write());
            await Judge(run, folder);
            if (options.Keeps)
                folder.Say($"kept in {await folder.Keep(run.History)}");
        }
        catch (Exception failed)
        {
            folder.Say(failed.ToString());
            folder.Say($"kept in {await folder.Keep(run.History)}");
            throw;
        }
    }

    private static async Task Judge(FaultRun run, RunFolder folder)
    {
        var ledgers = await run.Database.Ledgers();
        await HallLedger.WriteAsync(ledgers, Path.Combine(folder.Path, "ledgers.jsonl"));
        var verdict = Checker.Check(run.History, ledgers, Region.Network);
        folder.Say($"{ledgers.Sum(l => l.Entries.Count)} entries in {ledgers.Count} ledgers\n{verdict.Summary()}");
        Assert.Empty(verdict.Violations);
        Assert.Empty(verdict.Idle);
        Assert.Empty(run.Tally.Failures);
        Assert.Equal(0, run.Tally.Open);
        Assert.All(run.Screens, screen => Assert.Equal((screen.Name, 1), (screen.Name, screen.Pictures)));
        Assert.All(
            new[] { "kill -9", "freeze" },
            kind => Assert.InRange(run.Silences.WorstMoved(kind), TimeSpan.Zero, MostWithoutAnswers));
    }
}
