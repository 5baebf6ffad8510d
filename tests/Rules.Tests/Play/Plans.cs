namespace Yihao.Rules.Tests;

/// <summary>The small hall of most tests: three windows, four clerks, a matter that nobody serves.</summary>
internal static class Plans
{
    public static readonly DateOnly Day = new(2026, 11, 23);

    /// <summary>Another hall, of which the hall of a script hears and speaks.</summary>
    public const string Elsewhere = "450500";

    public static HallPlan Little { get; } = new(
        "450521",
        "Asia/Shanghai",
        new TimeOnly(0, 0),
        true,
        [
            new(MatterPlan.None, 'A', 6), new("certs", 'A', 5), new("tax", 'B', 8), new("land", 'F', 20),
            new("far", 'H', 30),
        ],
        [
            new("1", 1, [MatterPlan.None, "certs", "tax"], "li", ["wang", "chen"]),
            new("2", 1, [MatterPlan.None, "certs", "tax"], "wang", ["chen"]),
            new("3", 1, ["certs", "land"], "zhao", []),
        ],
        [new("li", null), new("wang", null), new("zhao", null), new("chen", ["certs"])],
        new HallSettings());

    /// <summary>A hall with one matter, so that the order alone decides.</summary>
    public static HallPlan OneMatter { get; } = Little with
    {
        Matters = [new(MatterPlan.None, 'A', 5)],
        Windows =
        [
            new("1", 1, [MatterPlan.None], "li", ["wang"]), new("2", 1, [MatterPlan.None], "wang", ["li", "zhao"]),
        ],
    };

    public static HallPlan TwoFloors { get; } = Little with
    {
        Windows = [.. Little.Windows.Select(w => w.Window == "3" ? w with { Floor = 2 } : w)],
    };

    public static HallPlan Push(this HallPlan plan) => plan.With(s => s with { Mode = DispatchMode.Push });

    public static HallPlan With(this HallPlan plan, Func<HallSettings, HallSettings> settings) =>
        plan with { Settings = settings(plan.Settings) };
}
