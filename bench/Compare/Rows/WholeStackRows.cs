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

    private static readonly int[] Callers = [32, 64, 128, 256, 512, 1_024];

    public async Task<IReadOnlyList<Outcome>> Measure()
    {
        const string Row = "whole stack over HTTP, each at its best";
        await using var ours = await WholeStack.StartYihao(database, Halls, Windows);
        await using var baseline = await WholeStack.StartBaseline(database, Halls);
        await turns.Turn("warm up", "ours", ours, 128, options.WarmSeconds, "warm");
        await turns.Turn("warm up", "other", baseline, 128, options.WarmSeconds, "warm");
        var theirs = await turns.Best(Row, "other", baseline, Callers);
        var best = await turns.Best(Row, "ours", ours, Callers);
        return [await turns.Pairs(Row, 1.5, (ours, best), (baseline, theirs))];
    }
}
