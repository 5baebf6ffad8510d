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
    private readonly Dictionary<string, int[]> byWindow = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool[]> byClerk = new(StringComparer.Ordinal);
    private readonly List<int> sizes = [];
    private readonly HashSet<int> served = [];

    public MatterGroups(HallPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var windows = plan.Windows.Select(w => (Key: w.Window, Can: w.Serves.ToHashSet())).ToList();
        var clerks = plan.Clerks
            .Select(c => (Key: c.Clerk, Can: c.Skills?.ToHashSet()))
            .ToList();
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var matter in plan.Matters)
        {
            var signature = string.Concat(
                windows.Select(w => w.Can.Contains(matter.Matter) ? '1' : '0')
                    .Concat(clerks.Select(c => c.Can?.Contains(matter.Matter) != false ? '1' : '0'))) + matter.Kin;
            if (!groups.TryGetValue(signature, out var group))
            {
                group = groups[signature] = samples.Count;
                samples.Add(matter.Matter);
                sizes.Add(0);
            }

            sizes[group]++;
            groupOf[matter.Matter] = group;
            matters[matter.Matter] = matter;
        }

        foreach (var (key, can) in windows)
            byWindow[key] = [.. Enumerable.Range(0, Count).Where(g => can.Contains(samples[g]))];
        served.UnionWith(byWindow.Values.SelectMany(groups => groups));
        foreach (var (key, can) in clerks.Where(c => c.Can is not null))
            byClerk[key] = [.. samples.Select(can!.Contains)];
    }

    public int Count => samples.Count;

    /// <summary>One matter of a group: what its windows and clerks can serve, they can serve of it.</summary>
    public string SampleOf(int group) => samples[group];

    /// <summary>How many matters a group has.</summary>
    public int SizeOf(int group) => sizes[group];

    public bool Knows(string matter) => groupOf.ContainsKey(matter);

    /// <summary>True when a window of the hall may serve the matter by its kind, whether it is open or not.</summary>
    public bool IsServed(string matter) => served.Contains(GroupOf(matter));

    /// <summary>
    /// The group of a matter. One that the hall no longer knows goes with those who have not said theirs, so that a
    /// change of the catalogue leaves no ticket behind.
    /// </summary>
    public int GroupOf(string matter) => groupOf.TryGetValue(matter, out var group) ? group : groupOf[MatterPlan.None];

    public MatterPlan PlanOf(string matter) =>
        matters.TryGetValue(matter, out var plan) ? plan : matters[MatterPlan.None];

    /// <summary>The groups a window may serve with a clerk at it; with no clerk named, by its kind alone.</summary>
    public int[] ServedBy(WindowPlan window, ClerkPlan? clerk)
    {
        // One that the plan no longer has serves on until its clerk closes it.
        if (!byWindow.TryGetValue(window.Window, out var groups))
            groups = [.. Enumerable.Range(0, Count).Where(group => window.Serves.Contains(samples[group]))];
        return clerk is not null && byClerk.TryGetValue(clerk.Clerk, out var can)
            ? [.. groups.Where(group => can[group])]
            : groups;
    }

    /// <summary>True when the matter stands for its group.</summary>
    public bool IsSample(string matter) => groupOf.TryGetValue(matter, out var group) && samples[group] == matter;
}
