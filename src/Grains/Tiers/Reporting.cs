using Yihao.Contracts;
using Yihao.Grains.Halls;
using Yihao.Rules;

namespace Yihao.Grains.Tiers;

/// <summary>
/// Tells the halls above and below what starves here: at a change, and every <see cref="Again"/> as long as something
/// does. One-way: a report that is lost costs two seconds.
/// </summary>
internal sealed class Reporting(
    LiveHall live, Elsewhere elsewhere, Neighbours neighbours, Func<string, IHallGrain> hallOf, TimeProvider time)
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, (HallReport Report, long At)> told = new(StringComparer.Ordinal);

    public void Tell(DateTimeOffset now)
    {
        var hall = live.Hall;
        if (neighbours.Above is { } above)
        {
            var report = neighbours.IsBeside
                ? new HallReport(hall.Plan.Hall, HallReport.Own(hall))
                : HallReport.ForAbove(hall, elsewhere, now);
            Tell(above, report, false);
        }

        if (neighbours.HelpersBelow.Count == 0)
            return;
        var down = HallReport.ForBelow(hall, elsewhere, now);
        foreach (var below in neighbours.HelpersBelow)
            Tell(below, down, true);
    }

    private void Tell(string to, HallReport report, bool fromAbove)
    {
        var before = told.GetValueOrDefault(to);
        if (report.Heads.Count == 0 && (before.Report is null || before.Report.Heads.Count == 0))
            return;
        var changed = before.Report is null || !report.Heads.SequenceEqual(before.Report.Heads);
        if (!changed && time.GetElapsedTime(before.At) < Again)
            return;
        told[to] = (report, time.GetTimestamp());
        hallOf(to).HearReport(TierWire.Of(report, fromAbove)).Ignore();
    }
}
