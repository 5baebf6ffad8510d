using Yihao.Compare.Servers;

namespace Yihao.Compare.Rows;

/// <summary>
/// Ticket lives per second over HTTP from another process, beside the same table behind a minimal API, with the same
/// clients: three requests a life on both sides.
/// </summary>
internal sealed class WholeStackRows(Options options, Turns turns, Database database)
{
    private const int Halls = 100;
    private const int Windows = 11;
    private const int Screens = 1_000;

    private static readonly int[] Callers = [128, 256, 512, 1_024];

    public async Task<IReadOnlyList<Outcome>> Measure()
    {
        const string Row = "whole stack over HTTP, each at its best";
        await using var ours = await WholeStack.StartYihao(database, Halls, Windows);
        await using var pooled = await WholeStack.StartBaseline(database, Halls);
        await using var multiplexed = await WholeStack.StartMultiplexed(database, Halls);
        await turns.Turn("warm up", "ours", ours, 128, options.WarmSeconds, "warm");
        await turns.Turn("warm up", "other", pooled, 128, options.WarmSeconds, "warm");
        await turns.Turn("warm up", "other", multiplexed, 128, options.WarmSeconds, "warm");
        var others = (pooled, await turns.Best(Row, "other", pooled, Callers));
        var sharing = (multiplexed, await turns.Best(Row + ", multiplexed", "other", multiplexed, Callers));
        var best = await turns.Best(Row, "ours", ours, Callers);
        return
        [
            await turns.Pairs(Row, 1.5, (ours, best), others),
            await turns.Pairs("the same, the other multiplexed", 1.5, (ours, best), sharing),
            await turns.Pairs($"the same, {Screens} screens follow ours", null, (ours.Followed(Screens), best), others),
        ];
    }

    /// <summary>The same with 1 ms commits, without screens.</summary>
    public async Task<IReadOnlyList<Outcome>> MeasureSlow()
    {
        const string Row = "whole stack over HTTP, each at its best, 1 ms commit";
        await database.DelayCommits(Database.SlowCommit);
        await using var ours = await WholeStack.StartYihao(database, Halls, Windows, Database.WritersOfSlowCommits);
        await using var pooled = await WholeStack.StartBaseline(database, Halls);
        await turns.Turn("warm up", "ours", ours, 128, options.WarmSeconds, "warm");
        await turns.Turn("warm up", "other", pooled, 128, options.WarmSeconds, "warm");
        var others = await turns.Best(Row, "other", pooled, Callers);
        var best = await turns.Best(Row, "ours", ours, Callers);
        var row = await turns.Pairs(Row, 1.5, (ours, best), (pooled, others));
        await database.DelayCommits(0);
        return [row];
    }
}
