namespace Yihao.Rules.Tests.Model;

/// <summary>Plans of small halls, unlike each other in what the rules hang on.</summary>
internal static class RandomPlans
{
    private static readonly string[][] Skills = [["certs"], ["tax", "land"], [MatterPlan.None, "certs", "tax"]];

    /// <summary>The day begins at four: nobody is there, as a rule.</summary>
    public static HallPlan Start(int variant) => Plans.Little with
    {
        DayBoundary = new TimeOnly(4, 0),
        Windows =
        [
            new("1", 1, [MatterPlan.None, "certs", "tax"], "li", ["wang", "chen"]),
            new("2", 1, [MatterPlan.None, "certs", "tax"], "wang", ["chen", "sun"]),
            new("3", variant % 4 == 0 ? 2 : 1, ["certs", "land"], "zhao", ["sun"],
                false, variant % 3 == 0 ? [new(new TimeOnly(9, 0), new TimeOnly(9, 40))] : null),
            new("10", 1, ["tax", "land", "certs", MatterPlan.None], "sun", ["li"]),
        ],
        Clerks = [new("li", null), new("wang", null), new("zhao", null), new("chen", ["certs"]), new("sun", Skills[1])],
        Settings = new HallSettings
        {
            HeadStartsInRow = 1 + variant % 3,
            WaitCap = TimeSpan.FromMinutes(variant % 2 == 0 ? 60 : 4),
            CallsBeforeNoShow = variant % 3 == 0 ? 3 : 2,
            NoShowAfter = TimeSpan.FromSeconds(variant % 3 == 0 ? 60 : 20),
            SameClerkWithin = TimeSpan.FromMinutes(variant % 2 == 0 ? 5 : 3),
            Hold = TimeSpan.FromMinutes(variant % 2 == 0 ? 15 : 2),
            ReturnBehind = variant % 4,
            Holds = 1 + variant % 2,
            Returns = variant % 3,
            Mode = (DispatchMode)(variant / 2 % 3),
            OfferTimeout = TimeSpan.FromSeconds(variant % 2 == 0 ? 20 : 45),
            AnnounceAgainAfter = TimeSpan.FromSeconds(variant % 3 == 0 ? 60 : 35),
            IdleAlarmAfter = TimeSpan.FromMinutes(variant % 2 == 0 ? 10 : 2),
        },
    };

    public static HallPlan Changed(HallPlan plan, Dice dice) => (dice.What % 6) switch
    {
        0 => plan with { Open = !plan.Open },
        1 => plan.With(s => s with { PriorityHeadStart = TimeSpan.FromMinutes(dice.Which % 3 * 30) }),
        2 => plan with { Windows = [.. plan.Windows.Where(w => w.Window != "10" || dice.Which % 2 == 0)] },
        3 => plan with { Windows = Start(dice.Which).Windows },
        4 => plan with
        {
            Clerks = [.. plan.Clerks.Select(c => c.Clerk is "wang" ? c with { Skills = Skills[dice.Which % 3] } : c)],
        },
        _ => plan with { Matters = dice.Which % 2 == 0 ? Plans.Little.Matters : [.. Plans.Little.Matters.SkipLast(2)] },
    };
}
