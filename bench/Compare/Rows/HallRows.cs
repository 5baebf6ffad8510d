using Yihao.Compare.Servers;

namespace Yihao.Compare.Rows;

/// <summary>
/// One busy hall beside 100, a hall with a backlog beside one without, and both beside the other queue in the same
/// place.
/// </summary>
internal sealed class HallRows(Options options, Turns turns, Database database)
{
    private const int Halls = 100;
    private const int Windows = 11;
    private const int HallWindows = 200;
    private const int Few = 100;
    private const int Many = 100_000;

    /// <summary>With fewer, its callers would find nobody whose row is not locked, which ends a pgbench.</summary>
    private const int FewOfOther = 1_000;
    private const double LeastLives = 5_000;

    private static readonly int[] Callers = [32, 64, 128, 200];
    private static readonly int[] AllCallers = [64, 256, 1_024];
    private static readonly int[] OtherCallers = [16, 32, 64, 128, 256];

    /// <summary>A fresh hall each: the warm-up, the tries, and so many sides of rows in all their turns.</summary>
    private int FreshHalls => 1 + 2 * Turns.Tries * Callers.Length + 7 * options.Pairs;

    public async Task<IReadOnlyList<Outcome>> Measure()
    {
        await using var node = await Node.Start(database, "hall", FreshHalls, HallWindows);
        var (few, many) = (new BusyHall(node, Few), new BusyHall(node, Many));
        await turns.Turn("warm up", "ours", few, 128, options.WarmSeconds, "warm");
        var (otherFew, otherMany) = (
            new Pgbench(database, "few", 1, FewOfOther, fresh: true),
            new Pgbench(database, "many", 1, Many, fresh: true));
        var callers = await turns.Best("one busy hall", "ours", few, Callers);
        var others = await turns.Best("one busy hall", "other", otherFew, OtherCallers);
        var rows = new List<Outcome>
        {
            await BesideAllHalls(few, callers),
            await turns.Pairs("100,000 waiting in a hall, against 100", 1 / 1.2, (many, callers), (few, callers)),
            await turns.Pairs("the same of the other queue", null, (otherMany, others), (otherFew, others)),
            await turns.Pairs("one busy hall, against the other queue's", null, (few, callers), (otherFew, others)),
            await turns.Pairs("the same behind 100,000", null, (many, callers), (otherMany, others)),
        };
        await database.DelayCommits(Database.SlowCommit);
        callers = await turns.Best("one busy hall, 1 ms commit", "ours", few, Callers);
        others = await turns.Best("one busy hall, 1 ms commit", "other", otherFew, OtherCallers);
        rows.Add(await turns.Pairs(
            "one busy hall, against the other queue's, 1 ms commit", null, (few, callers), (otherFew, others)));
        rows.Add(await turns.Pairs(
            "the same behind 100,000, 1 ms commit", null, (many, callers), (otherMany, others)));
        await database.DelayCommits(0);
        await node.Check();
        return rows;
    }

    private async Task<Outcome> BesideAllHalls(BusyHall hall, int callers)
    {
        const string Row = "one busy hall, against our own 100";
        await using var all = await Node.Start(database, "halls", Halls, Windows);
        await turns.Turn("warm up", "other", all, 256, options.WarmSeconds, "warm");
        var most = await turns.Best(Row, "other", all, AllCallers);
        var row = await turns.Pairs(Row, 0.8, (hall, callers), (all, most), LeastLives);
        await all.Check();
        return row;
    }
}
