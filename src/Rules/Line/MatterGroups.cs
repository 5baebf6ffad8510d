namespace Yihao.Rules;

/// <summary>
/// Matters that the same windows and the same clerks can serve form one group and stand in the same lines, so that a
/// choice compares a handful of heads, however many matters the catalogue has.
/// </summary>
public sealed class MatterGroups
{
    private readonly Dictionary<string, int> groupOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MatterPlan> matters = new(StringComparer.Ordinal);
    private readonly List<string> samples = [];
    private readonly List<bool> served = [];

    public MatterGroups(HallPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var matter in plan.Matters)
        {
            var signature = Signature(plan, matter.Matter);
            if (!groups.TryGetValue(signature, out var group))
            {
                group = groups[signature] = samples.Count;
                samples.Add(matter.Matter);
                served.Add(plan.Windows.Any(w => w.Serves.Contains(matter.Matter)));
            }

            groupOf[matter.Matter] = group;
            matters[matter.Matter] = matter;
        }
    }

    public int Count => samples.Count;

    public bool Knows(string matter) => groupOf.ContainsKey(matter);

    /// <summary>True when a window of the hall may serve the matter by its kind, whether it is open or not.</summary>
    public bool IsServed(string matter) => served[GroupOf(matter)];

    /// <summary>
    /// The group of a matter. One that the hall no longer knows goes with those who have not said theirs, so that a
    /// change of the catalogue leaves no ticket behind.
    /// </summary>
    public int GroupOf(string matter) => groupOf.TryGetValue(matter, out var group) ? group : groupOf[MatterPlan.None];

    public MatterPlan PlanOf(string matter) =>
        matters.TryGetValue(matter, out var plan) ? plan : matters[MatterPlan.None];

    /// <summary>The groups a window may serve with a clerk at it; with no clerk named, by its kind alone.</summary>
    public int[] ServedBy(WindowPlan window, ClerkPlan? clerk) =>
    [
        .. Enumerable.Range(0, Count)
            .Where(g => window.Serves.Contains(samples[g]) && (clerk?.Can(samples[g]) ?? true)),
    ];

    private static string Signature(HallPlan plan, string matter) => string.Concat(
        plan.Windows.Select(w => w.Serves.Contains(matter) ? '1' : '0')
            .Concat(plan.Clerks.Select(c => c.Can(matter) ? '1' : '0')));
}
