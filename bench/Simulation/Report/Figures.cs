using Yihao.Simulation.Checks;
using Yihao.Simulation.World;

namespace Yihao.Simulation.Report;

/// <summary>All days of one case together.</summary>
internal sealed class Figures
{
    /// <summary>Ratios are measured on so many groups of days, to say how firmly they are known.</summary>
    private const int Groups = 8;

    private readonly float[][] sorted;
    private readonly float[] all;

    public Figures(Case @case, IReadOnlyList<DayFigures> days)
    {
        (Case, Days) = (@case, days);
        sorted = [.. Enumerable.Range(0, 3).Select(level => Sorted(days.SelectMany(d => d.Waits[level])))];
        all = Sorted(sorted.SelectMany(w => w));
    }

    public Case Case { get; }

    public IReadOnlyList<DayFigures> Days { get; }

    public Estimate MeanByDay => Estimate.Of([.. Days.Select(d => d.Mean)]);

    public double RemoteShare => Share(d => d.Remote, d => d.Citizens);

    public double NoShowShare => Share(d => d.NoShows, d => d.Citizens);

    public double BusyShare(Level level) => Share(d => d.BusyMicros[(int)level], d => d.PresentMicros[(int)level]);

    /// <param name="level">Null: of all citizens.</param>
    public double Mean(Level? level = null) => Of(level).Average();

    /// <param name="share">0.95: the wait that 95 % do not exceed, in minutes.</param>
    public double Quantile(double share, Level? level = null) => QuantileOf(Of(level), share);

    public double Longest(Level? level = null) => Of(level)[^1];

    /// <summary>Share of the citizens who waited longer than so many minutes.</summary>
    public double Beyond(double minutes)
    {
        var at = Array.BinarySearch(all, (float)minutes);
        return 1 - (at < 0 ? ~at : at) / (double)all.Length;
    }

    public double Sum(Func<DayFigures, double> of) => Days.Sum(of);

    /// <summary>Mean wait of those who arrived in a bin of the day; null when nobody did.</summary>
    public double? MeanByHour(Level level, int bin)
    {
        var count = Days.Sum(d => d.ByHour[(int)level, bin].Count);
        return count == 0 ? null : Days.Sum(d => d.ByHour[(int)level, bin].Sum) / count;
    }

    /// <summary>The p95 of this case over that of the other, on the same days, with its spread over groups of them.
    /// </summary>
    public Estimate P95Over(Figures other) => Over(other, f => f.Quantile(0.95));

    public Estimate MeanOver(Figures other) => Over(other, f => f.Mean());

    private Estimate Over(Figures other, Func<Figures, double> figure)
    {
        var groups = Math.Min(Groups, Days.Count);
        var ratios = Enumerable.Range(0, groups)
            .Select(g => figure(Part(g, groups)) / figure(other.Part(g, groups)))
            .ToList();
        var spread = groups < 2 ? double.NaN : Estimate.Of(ratios).Half;
        return new(figure(this) / figure(other), spread, groups);
    }

    /// <summary>The first days alone, to compare with a case that was played on no more.</summary>
    public Figures First(int days) => new(Case, [.. Days.Take(days)]);

    private Figures Part(int group, int groups) => new(Case, [.. Days.Where((_, i) => i % groups == group)]);

    private double Share(Func<DayFigures, double> part, Func<DayFigures, double> whole) =>
        Days.Sum(whole) is > 0 and var sum ? Days.Sum(part) / sum : double.NaN;

    private float[] Of(Level? level) => level is { } one ? sorted[(int)one] : all;

    private static double QuantileOf(float[] values, double share) =>
        values[Math.Min(values.Length - 1, (int)(share * values.Length))];

    private static float[] Sorted(IEnumerable<float> values)
    {
        float[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted;
    }
}
