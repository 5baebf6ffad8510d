using Yihao.Compare.Servers;

namespace Yihao.Compare.Rows;

/// <summary>Ticket lives per second through the grains, 100 halls, beside the baseline driven by pgbench.</summary>
internal sealed class LivesRows(Options options, Turns turns, Database database)
{
    private const int Halls = 100;
    private const int Windows = 11;
    private const int Backlog = 1_000;

    private static readonly int[] OurCallers = [16, 64, 256, 1_024];
    private static readonly int[] OtherCallers = [16, 32, 64, 128, 256];

    /// <summary>Each at its best, and both with 64 callers; with the machine's disk and with 1 ms commits.</summary>
    public async Task<IReadOnlyList<Outcome>> Measure()
    {
        var rows = new List<Outcome>
        {
            await Fresh((ours, baseline) => Best("lives, each at its best", 3, ours, baseline)),
            await Fresh((ours, baseline) => turns.Pairs("lives, 64 callers", 2, (ours, 64), (baseline, 64))),
        };
        await database.DelayCommits(Database.SlowCommit);
        rows.Add(await Fresh(
            (ours, baseline) => Best("lives, each at its best, 1 ms commit", 3, ours, baseline),
            Database.WritersOfSlowCommits));
        rows.Add(await Fresh(
            (ours, baseline) => turns.Pairs("lives, 64 callers, 1 ms commit", null, (ours, 64), (baseline, 64)),
            Database.WritersOfSlowCommits));
        await database.DelayCommits(0);
        return rows;
    }

    /// <summary>
    /// Each row has a node, a ledger and a table of its own: halls that have seen a million tickets today are another
    /// row, and so is a table that holds them.
    /// </summary>
    private async Task<Outcome> Fresh(Func<Node, Pgbench, Task<Outcome>> measure, int writers = 1)
    {
        var baseline = new Pgbench(database, "baseline", Halls, Backlog);
        await baseline.Fill();
        await using var ours = await Node.Start(database, "ours", Halls, Windows, writers);
        await turns.Turn("warm up", "ours", ours, 256, options.WarmSeconds, "warm");
        var row = await measure(ours, baseline);
        await ours.Check();
        return row;
    }

    private async Task<Outcome> Best(string row, double target, ISide ours, ISide baseline)
    {
        var theirs = await turns.Best(row, "other", baseline, OtherCallers);
        var best = await turns.Best(row, "ours", ours, OurCallers);
        return await turns.Pairs(row, target, (ours, best), (baseline, theirs));
    }
}
