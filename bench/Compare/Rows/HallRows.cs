using Yihao.Compare.Servers;

namespace Yihao.Compare.Rows;

/// <summary>One busy hall beside 100, and a hall with a backlog beside one without.</summary>
internal sealed class HallRows(Options options, Turns turns, Database database)
{
    private const int Halls = 100;
    private const int Windows = 11;
    private const int HallWindows = 200;
    private const int Few = 100;
    private const int Many = 100_000;
    private const double LeastLives = 5_000;

    private static readonly int[] Callers = [32, 64, 128, 200];
    private static readonly int[] AllCallers = [64, 256, 1_024];
    private static readonly int[] OtherCallers = [16, 32, 64, 128];

    public async Task<IReadOnlyList<Outcome>> Measure() => [await OneHall(), await Backlog(), await BacklogOfOther()];

    /// <summary>Each at its best number of callers.</summary>
    private async Task<Outcome> OneHall()
    {
        const string Row = "one busy hall, against our own 100";
        await using var hall = await Warm("hall", "ours", 1, HallWindows, 128);
        await using var all = await Warm("halls", "other", Halls, Windows, 256);
        var (best, theirs) = (
            await turns.Best(Row, "ours", hall, Callers), await turns.Best(Row, "other", all, AllCallers));
        var row = await turns.Pairs(Row, 0.8, (hall, best), (all, theirs), LeastLives);
        await Task.WhenAll(hall.Check(), all.Check());
        return row;
    }

    /// <summary>What a call costs when many wait: the same lives, one of whose three steps is the call.</summary>
    private async Task<Outcome> Backlog()
    {
        await using var many = await Warm("backlog", "ours", 1, HallWindows, 128, Many);
        await using var few = await Warm("few", "other", 1, HallWindows, 128, Few);
        var row = await turns.Pairs("100,000 waiting in a hall, against 100", 1 / 1.2, (many, 128), (few, 128));
        await Task.WhenAll(many.Check(), few.Check());
        return row;
    }

    /// <summary>What the same backlog costs the other queue.</summary>
    private async Task<Outcome> BacklogOfOther()
    {
        const string Row = "the same for pgbench, for comparison";
        var (many, few) = (new Pgbench(database, "many", 1, Many), new Pgbench(database, "few", 1, Few));
        await many.Fill();
        await few.Fill();
        var best = await turns.Best(Row, "other", few, OtherCallers);
        return await turns.Pairs(Row, null, (many, best), (few, best));
    }

    private async Task<Node> Warm(string name, string side, int halls, int windows, int callers, int waiting = 0)
    {
        var node = await Node.Start(database, name, halls, windows);
        if (waiting > 0)
            await node.Fill(waiting);
        await turns.Turn("warm up", side, node, callers, options.WarmSeconds, "warm");
        return node;
    }
}
