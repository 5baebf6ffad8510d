namespace Yihao.Simulation.World;

/// <summary>A way to run the county; staff, citizens and absences are the same under each.</summary>
/// <param name="Departments">Each window serves its department alone; otherwise everything its clerk can.</param>
/// <param name="Posts">Deputies take over from clerks who are away or lost.</param>
/// <param name="Overflow">Halls help each other once somebody has waited so long; null: each hall alone.</param>
internal sealed record Policy(string Name, bool Departments, bool Posts, TimeSpan? Overflow, bool BoothsForAll)
{
    public static readonly Policy Separate = new("windows by department", true, false, null, false);

    public static readonly Policy Alone = new("general windows, halls alone", false, false, null, false);

    public static readonly Policy WithPosts = new("with A/B posts", false, true, null, false);

    public static readonly Policy WithTiers =
        new("with posts and tiers both ways", false, true, TimeSpan.FromMinutes(5), false);

    /// <summary>To compare with the central scheduler.</summary>
    public static readonly Policy AtOnce =
        new("tiers at once, booths for all", false, true, TimeSpan.Zero, true);
}
