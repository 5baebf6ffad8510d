using System.Globalization;
using System.Text;
using Yihao.Simulation.Checks;
using Yihao.Simulation.World;

namespace Yihao.Simulation.Report;

/// <summary>What the tables are made from, one row per pair and per day, case and level.</summary>
internal static class RawRows
{
    public static void Write(string path, IEnumerable<ErlangCheck> erlang, IEnumerable<Figures> cases)
    {
        var pairs = new StringBuilder("windows,load,theory,simulated,half,direct,direct_half,off_micros\n");
        foreach (var e in erlang)
        {
            Add(pairs, $"{e.Windows},{e.Load},{e.Theory:F6},{e.Recursion.Mean:F6},{e.Recursion.Half:F6},");
            Add(pairs, $"{e.Direct.Mean:F6},{e.Direct.Half:F6},{e.OffMicros}\n");
        }

        File.WriteAllText(path + "-erlang.csv", pairs.ToString());
        var days = new StringBuilder(
            "case,one_in_five_lost,day,level,served,mean_minutes,p95_minutes,longest_minutes\n");
        foreach (var figures in cases)
        {
            for (var day = 0; day < figures.Days.Count; day++)
                Add(days, figures.Case, day, figures.Days[day]);
        }

        File.WriteAllText(path + "-days.csv", days.ToString());
    }

    private static void Add(StringBuilder rows, Case @case, int day, DayFigures figures)
    {
        foreach (var level in Enum.GetValues<Level>())
        {
            var waits = figures.Waits[(int)level].Order().ToList();
            Add(rows, $"\"{@case.Name}\",{(@case.OneInFiveLost ? 1 : 0)},{day},{level},{waits.Count},");
            Add(rows, $"{waits.Average():F3},{waits[(int)(0.95 * waits.Count)]:F2},{waits[^1]:F2}\n");
        }
    }

    private static void Add(StringBuilder rows, FormattableString row) =>
        rows.Append(row.ToString(CultureInfo.InvariantCulture));
}
