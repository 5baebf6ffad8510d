namespace Yihao.Rules.Tests.Posts;

/// <summary>
/// Window 3 alone serves land. Its first clerk is zhao, its deputies are wang, the first clerk of window 2, and chen,
/// that of window 4. At window 1 li has the skill for land too, and ma has not.
/// </summary>
internal static class PostPlans
{
    public static HallPlan Three { get; } = Plans.Little with
    {
        Matters = [new(MatterPlan.None, 'A', 6), new("certs", 'A', 5), new("land", 'F', 20, "land")],
        Windows =
        [
            new("1", 1, [MatterPlan.None, "certs"], "li", ["ma"]),
            new("2", 1, [MatterPlan.None, "certs"], "wang", []),
            new("3", 1, ["land"], "zhao", ["wang", "chen"]),
            new("4", 1, ["certs"], "chen", []),
        ],
        Clerks = [new("li", null), new("wang", null), new("zhao", null), new("chen", null), new("ma", ["certs"])],
        Settings = Plans.Little.Settings with { IdleAlarmAfter = TimeSpan.FromHours(9) },
    };

    /// <summary>Nobody is meant to be at window 3 from half past eleven to half past one.</summary>
    public static HallPlan WithLunch { get; } = Three with
    {
        Windows =
        [
            .. Three.Windows.Select(w => w.Window == "3"
                ? w with { Rota = [new(new TimeOnly(11, 30), new TimeOnly(13, 30))] }
                : w),
        ],
    };

    /// <summary>Open from nine to five on every day but Sunday.</summary>
    public static HallPlan WithHours { get; } = Three with
    {
        Sessions =
        [
            new(
                [.. Enum.GetValues<DayOfWeek>().Where(d => d != DayOfWeek.Sunday)],
                new TimeOnly(9, 0),
                new TimeOnly(17, 0)),
        ],
    };
}
