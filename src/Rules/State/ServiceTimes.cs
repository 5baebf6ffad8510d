namespace Yihao.Rules;

/// <summary>
/// How long a matter really takes in this hall: mean and variance with exponentially fading weight
/// (West 1979, "Updating mean and variance estimates"), one pair per matter.
/// </summary>
public sealed class ServiceTimes
{
    /// <summary>Weight of the newest service: the last 40 or so count.</summary>
    private const double Fading = 0.05;

    /// <summary>A ticket forgotten at a window overnight says nothing of the matter.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(3);

    private readonly Dictionary<string, Measured> byMatter = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Measured> ByMatter => byMatter;

    public Measured Of(MatterPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return byMatter.GetValueOrDefault(plan.Matter) ?? Prior(plan);
    }

    internal void Add(MatterPlan plan, TimeSpan service)
    {
        if (service <= TimeSpan.Zero || service > Longest)
            return;
        var before = Of(plan);
        var off = service.TotalMinutes - before.MeanMinutes;
        byMatter[plan.Matter] = new(
            before.MeanMinutes + Fading * off,
            (1 - Fading) * (before.VarianceMinutes + Fading * off * off),
            before.Count + 1);
    }

    internal void Restore(string matter, Measured measured) => byMatter[matter] = measured;

    /// <summary>
    /// Until measured: the catalogue's minutes with the spread services usually have (CV 1.2, Brown et al. 2005).
    /// </summary>
    private static Measured Prior(MatterPlan plan) => new(plan.Minutes, plan.Minutes * plan.Minutes * 1.44, 0);
}

/// <param name="VarianceMinutes">In minutes squared.</param>
/// <param name="Count">Services measured.</param>
public sealed record Measured(double MeanMinutes, double VarianceMinutes, long Count);
