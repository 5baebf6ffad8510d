using System.Diagnostics;
using System.Text;
using Yihao.Simulation.Checks;
using Yihao.Simulation.World;

namespace Yihao.Simulation.Report;

/// <summary>Plays everything and tells of it, the simulator's own check first.</summary>
internal sealed class Study(Options options, TextWriter output)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();

    /// <returns>False when the check failed or a rule of fairness was broken.</returns>
    public bool Run()
    {
        var erlang = ErlangCheck.Pairs
            .Select(p => ErlangCheck.Of(p.Windows, p.Load, options.Halls, options.Recursions, options.Seed))
            .ToList();
        output.WriteLine(Markdown.Erlang(erlang));
        if (!erlang.All(e => e.Holds))
        {
            output.WriteLine("The simulator does not agree with Erlang C within 1 %: no other figure is shown.");
            return false;
        }

        Say($"checked against Erlang C");
        var departments = Departments.Of(options.Halls, CountyDay.Variation, options.Seed);
        Say($"played the halls by department");
        var figures = PlayDays();
        var rows = Rows.Of(erlang, departments, figures).ToList();
        var fair = figures.Values.All(IsFair);
        var tables = Tables(erlang, departments, figures, rows, fair);
        output.WriteLine(tables);
        if (options.Results is { } path)
            RawRows.Write(path, erlang, figures.Values);
        if (options.Page is { } page)
            Page.Write(page, tables + Pictures(page, figures));
        output.WriteLine("ratios: " + string.Join("; ", rows.Select(r => $"{r.What}: {r.Measured} ({r.Verdict})")));
        return fair;
    }

    private static bool IsFair(Figures figures) =>
        figures.Sum(d => d.OutOfOrder + d.OldestPassedOver + d.AlarmMissing + d.Lost) == 0;

    private Dictionary<Case, Figures> PlayDays()
    {
        var cases = Case.All.ToList();
        var days = cases.ToDictionary(c => c, c => new DayFigures[DaysOf(c)]);
        var from = watch.Elapsed;
        Parallel.For(0, options.Days, day =>
        {
            foreach (var group in cases.GroupBy(c => c.OneInFiveLost))
            {
                var made = CountyDay.Of(options.Seed, day, group.Key);
                foreach (var one in group.Where(one => day < days[one].Length))
                    days[one][day] = one.Play(made);
            }
        });
        var took = watch.Elapsed - from;
        var onRules = days.Values.Where(d => d[0].Decided > 0).Sum(d => d.Length);
        var (county, halls) = (onRules / took.TotalMinutes, onRules * Site.All.Count / took.TotalMinutes);
        Say($"played {days.Values.Sum(d => d.Length)} days of the county, {onRules} of them on the rules");
        Say($"{county:#,0} county days or {halls:#,0} hall days a minute on {Environment.ProcessorCount} cores");
        return days.ToDictionary(d => d.Key, d => new Figures(d.Key, d.Value));
    }

    /// <summary>Help at once sends many more messages than any county would bear: fewer days of it do.</summary>
    private int DaysOf(Case @case) => @case == Case.AtOnce
        ? Math.Min(options.Days, Math.Max(3, options.Days / 4))
        : options.Days;

    private string Tables(IReadOnlyList<ErlangCheck> erlang, Departments departments,
        Dictionary<Case, Figures> figures, IReadOnlyList<Row> rows, bool fair)
    {
        var usual = Case.Usual.Select(c => figures[c]).ToList();
        var lost = Case.Lost.Select(c => figures[c]).ToList();
        var citizens = usual[0].Sum(d => d.Citizens) / options.Days;
        return new StringBuilder()
            .Append("\n### The targets\n").Append(Markdown.Targets(rows))
            .Append("\n### The simulator's own check\n").Append(Markdown.Erlang(erlang))
            .Append("\n### One hall, 90 % load\n").Append(Markdown.Departments(departments))
            .Append("\n### The county; minutes\n")
            .Append(FormattableString.Invariant(
                $"{options.Days} days of {citizens:#,0} citizens in the mean, seed {options.Seed}.\n\n"))
            .Append(Markdown.Waits(usual)).Append('\n').Append(Markdown.Levels(usual))
            .Append("\n### One clerk in five lost for an hour; minutes\n")
            .Append(Markdown.Waits(lost)).Append('\n').Append(Markdown.Levels(lost))
            .Append("\n### Fairness over all days\n").Append(Markdown.Fairness(usual.Concat(lost)))
            .Append(fair ? "\nNo rule was broken on any day.\n" : "\n**A rule was broken.**\n")
            .ToString();
    }

    private static string Pictures(string page, Dictionary<Case, Figures> figures)
    {
        var usual = Case.Usual.Select(c => figures[c]).ToList();
        var lost = Case.Lost.Select(c => figures[c]).ToList();
        return "\n"
            + Page.Picture(page, "waits", "Mean and p95 wait by policy", Plots.Bars("Waits by policy", usual))
            + Page.Picture(page, "waits-lost", "Mean and p95 wait with one clerk in five lost for an hour",
                Plots.Bars("Waits with one clerk in five lost for an hour", lost))
            + Page.Picture(page, "over-the-day", "Mean wait by time of arrival at each level",
                Plots.OverTheDay("Waits over the day", usual))
            + Page.Picture(page, "tail", "Share of citizens who wait longer than so many minutes",
                Plots.Tail("Who waits longer", usual));
    }

    private void Say(FormattableString what)
    {
        var seconds = FormattableString.Invariant($"[{watch.Elapsed.TotalSeconds:0} s] ");
        output.WriteLine(seconds + FormattableString.Invariant(what));
    }
}
