using System.Globalization;
using System.Text;
using Yihao.Simulation.Checks;
using Yihao.Simulation.World;

namespace Yihao.Simulation.Report;

/// <summary>The tables of the page; the same text goes to the console.</summary>
internal static class Markdown
{
    public static string Targets(IEnumerable<Row> rows) => Table(
        ["what", "against", "target", "measured", ""],
        rows.Select(r => new[] { r.What, r.Against, r.Target, r.Measured, r.Verdict }));

    public static string Erlang(IEnumerable<ErlangCheck> checks) => Table(
        ["c", "load", "Erlang C", "simulated", "off", "95 % interval", "hall of the rules", "largest difference"],
        checks.Select(c => new[]
        {
            N(c.Windows), N(c.Load, "0.00"), N(c.Theory, "0.0000"), N(c.Recursion.Mean, "0.0000"),
            N(100 * c.Off, "0.00") + " %",
            "± " + N(100 * c.Recursion.Half / c.Theory, "0.00") + " %",
            $"{N(c.Direct.Mean, "0.000")} ± {N(c.Direct.Half, "0.000")}",
            N(c.OffMicros) + " us",
        }));

    public static string Departments(Departments d) => Table(
        ["windows", "mean wait, in mean service times", "95 % interval"],
        [
            ["8 for everything", N(d.Together.Mean, "0.00"), "± " + N(d.Together.Half, "0.00")],
            ["8, one per department", N(d.Apart.Mean, "0.00"), "± " + N(d.Apart.Half, "0.00")],
        ]);

    public static string Waits(IEnumerable<Figures> cases) => Table(
        ["policy", "mean", "95 % interval", "p50", "p95", "longest", "beyond 60 min", "no-shows", "served remotely"],
        cases.Select(c => new[]
        {
            c.Case.Name, N(c.Mean(), "0.00"), "± " + N(c.MeanByDay.Half, "0.00"),
            N(c.Quantile(0.5), "0.0"), N(c.Quantile(0.95), "0.0"),
            N(c.Longest(), "0"), Percent(c.Beyond(60)), Percent(c.NoShowShare), Percent(c.RemoteShare),
        }));

    public static string Levels(IEnumerable<Figures> cases) => Table(
        ["policy", .. Enum.GetValues<Level>().SelectMany(l => new[] { $"{l} mean", "p95", "longest", "staff busy" })],
        cases.Select(c => new[] { c.Case.Name }
            .Concat(Enum.GetValues<Level>().SelectMany(l => new[]
            {
                N(c.Mean(l), "0.0"), N(c.Quantile(0.95, l), "0.0"), N(c.Longest(l), "0"), Percent(c.BusyShare(l)),
            }))
            .ToArray()));

    public static string Fairness(IEnumerable<Figures> cases) => Table(
        [
            "policy", "calls", "not first come, first called", "calls of the oldest", "oldest passed over",
            "alarm missing", "never served",
        ],
        cases.Where(c => c.Sum(d => d.Calls) > 0).Select(c => new[]
        {
            c.Case.Name + (c.Case.OneInFiveLost ? ", one clerk in five lost" : string.Empty),
            Count(c, d => d.Calls), Count(c, d => d.OutOfOrder), Count(c, d => d.CallsOfOldest),
            Count(c, d => d.OldestPassedOver), Count(c, d => d.AlarmMissing), Count(c, d => d.Lost),
        }));

    private static string Count(Figures figures, Func<DayFigures, double> of) =>
        figures.Sum(of).ToString("#,0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => double.IsNaN(share) ? "" : N(100 * share, "0.0") + " %";

    private static string N(double value, string format = "0") => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Table(IReadOnlyList<string> head, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        text.Append("| ").AppendJoin(" | ", head).Append(" |\n|").Insert(text.Length, "---|", head.Count).Append('\n');
        foreach (var row in rows)
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        return text.ToString();
    }
}
