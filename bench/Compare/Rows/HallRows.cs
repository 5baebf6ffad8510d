using Yihao.Compare.Servers;

namespace Yihao.Compare.Rows;

/// <summary>One busy hall beside 100, and a hall with a backlog beside one without.</summary>
internal sealed class HallRows(Options options, Turns turns, Database database)
{
    private const int Halls = 100;
    private const int Windows = 3;
    private const int HallWindows = 200;
    private const int Few = 100;
    private const int Many = 100_000;

    private static readonly int[] Callers = [32, 64, 128, 200];
    private static readonly int[] OtherCallers = [16, 32, 64, 128];

    public async Task<IReadOnlyList<Outcome>> Measure()
    {
        var rows = new List<Outcome>();
        await using var hall = await Node.Start(database, "hall", 1, HallWindows);
        await turns.Turn("warm up", "ours", hall, 128, options.WarmSeconds, "warm");
        var best = await turns.Best("one busy hall", "ours", hall, Callers);
        await using (var many = await Node.Start(database, "halls", Halls, Windows))
        {
            await turns.Turn("warm up", "other", many, 256, options.WarmSeconds, "warm");
            rows.Add(await turns.Pairs(
                "one busy hall, against our own 100", 0.8, (hall, best), (many, 256)));
            await many.Check();
        }

        var baseline = new Pgbench(database, 1, Few);
        await baseline.Fill();
        var theirs = await turns.Best("one busy hall", "other", baseline, OtherCallers);
        rows.Add(await turns.Pairs("one busy hall, against pgbench in one hall", 1, (hall, best), (baseline, theirs)));
        await hall.Check();
        rows.Add(await Backlog(best));
        var full = new Pgbench(database, 1, Many);
        await full.Fill();
        rows.Add(await turns.Pairs(
            "pgbench with 100,000 waiting, against ours with as many", 0, (full, theirs), (hall, best)));
        return rows;

        async Task<Outcome> Backlog(int callers)
        {
            await using var waiting = await Node.Start(database, "backlog", 1, HallWindows);
            await waiting.Fill(Many);
            await turns.Turn("warm up", "ours", waiting, callers, options.WarmSeconds, "warm");
            await using var few = await Node.Start(database, "few", 1, HallWindows);
            await few.Fill(Few);
            await turns.Turn("warm up", "other", few, callers, options.WarmSeconds, "warm");
            return await turns.Pairs(
                "100,000 waiting in a hall, against 100", 1 / 1.2, (waiting, callers), (few, callers));
        }
    }
}
