using Yihao.Simulation.Checks;

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
    }
}
