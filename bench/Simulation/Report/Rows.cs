using Yihao.Simulation.Checks;
using Yihao.Simulation.World;

namespace Yihao.Simulation.Report;

/// <summary>The five targets for dispatch (docs/performance.md has the others).</summary>
internal static class Rows
{
    public static IEnumerable<Row> Of(
        IReadOnlyList<ErlangCheck> erlang, Departments departments, IReadOnlyDictionary<Case, Figures> figures)
    {
        yield return new Row(
            "one hall of c general windows",
            "Erlang C (M/M/c)",
            "mean wait within 1 % for at least six (c, load) pairs",
            FormattableString.Invariant(
                $"{erlang.Count(e => e.Holds)} pairs, worst {erlang.Max(e => Math.Abs(e.Off)):0.00%} off"),
            erlang.Count(e => e.Holds) >= 6);
        yield return Row.AtLeast(
            "one hall: 8 windows for everything",
            "8 windows, one per department, same staff and load of 90 %",
            "mean wait",
            8,
            departments.Ratio);
        yield return Row.AtLeast(
            "a county's day with posts and tiers both ways, overflow limit 5 min",
            "each hall alone, same staff and arrivals",
            "p95 wait",
            3,
            figures[Case.Alone].P95Over(figures[Case.WithTiers]));
        yield return Levels(figures[Case.WithTiers], figures[Case.Alone]);
        var atOnce = figures[Case.AtOnce];
        yield return Row.AtMost(
            "the same with an overflow limit of 0 and booths for all",
            "one central scheduler that sees everything and ignores distance, in the same world (by camera 1.15x)",
            "mean wait",
            1.2,
            atOnce.MeanOver(figures[Case.CentralFar].First(atOnce.Days.Count)));
        yield return Row.AtMost(
            "the same",
            "the central scheduler in a world without distance (by camera 1.00x)",
            "mean wait",
            1.2,
            atOnce.MeanOver(figures[Case.Central].First(atOnce.Days.Count)));
        yield return Row.AtLeast(
            "the same with one clerk in five lost for an hour",
            "without posts and tiers",
            "p95 wait",
            2,
            figures[Case.AloneLost].P95Over(figures[Case.WithTiersLost]));
    }

    private static Row Levels(Figures with, Figures alone)
    {
        var levels = Enum.GetValues<Level>();
        var worse = levels.Select(l => with.Mean(l) - alone.Mean(l)).ToList();
        return new Row(
            "the same, level by level",
            "each hall alone",
            "no level's mean worse by more than 5 % or 0.5 min",
            string.Join(", ", levels.Select(l => FormattableString.Invariant($"{l} {worse[(int)l]:+0.0;-0.0} min"))),
            levels.All(l => worse[(int)l] <= Math.Max(0.05 * alone.Mean(l), 0.5)));
    }
}
