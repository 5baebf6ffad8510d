namespace Yihao.Rules.Tests.Tiers;

/// <summary>A township hall with one window and one booth, and the county hall above it with two.</summary>
internal static class TierPlans
{
    public const string Home = "450521101";
    public const string Helper = "450521";

    /// <summary>Land and certs may be served by camera, a visit without a matter may not.</summary>
    private static readonly MatterPlan[] Matters =
    [
        new(MatterPlan.None, 'A', 6), new("certs", 'A', 5, "certs"), new("land", 'F', 20, "land"),
    ];

    public static HallPlan Township { get; } = new(
        Home,
        "Asia/Shanghai",
        new TimeOnly(0, 0),
        true,
        Matters,
        [
            new("1", 1, [MatterPlan.None, "certs", "land"], "li", []),
            new("2", 1, [MatterPlan.None, "certs"], "wu", []),
        ],
        [new("li", null), new("wu", ["certs"], ["certs"])],
        new HallSettings { IdleAlarmAfter = TimeSpan.FromHours(9) },
        1);

    /// <summary>Window 1 is a remote desk; at window 2 he can serve certs alone, at home and by camera.</summary>
    public static HallPlan County { get; } = Township with
    {
        Hall = Helper,
        Windows =
        [
            new("1", 1, [MatterPlan.None, "certs", "land"], "ma", ["fu"], true),
            new("2", 1, [MatterPlan.None, "certs", "land"], "he", []),
            new("3", 1, [MatterPlan.None, "certs", "land"], "gu", []),
        ],
        Clerks = [new("ma", null), new("fu", null), new("he", [MatterPlan.None, "certs"], ["certs"]), new("gu", null)],
    };
}
