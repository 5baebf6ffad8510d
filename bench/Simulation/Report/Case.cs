using Yihao.Simulation.Play;
using Yihao.Simulation.World;

namespace Yihao.Simulation.Report;

/// <summary>A policy on days with or without the great loss, and how to play one.</summary>
internal sealed record Case(string Name, bool OneInFiveLost, Func<CountyDay, DayFigures> Play)
{
    public static readonly Case Separate = On(Policy.Separate, false);

    public static readonly Case Alone = On(Policy.Alone, false);

    public static readonly Case WithPosts = On(Policy.WithPosts, false);

    public static readonly Case WithTiers = On(Policy.WithTiers, false);

    public static readonly Case AtOnce = On(Policy.AtOnce, false);

    public static readonly Case Central = CentralOf("central scheduler", 1);

    public static readonly Case CentralFar = CentralOf("central scheduler, by camera 1.15x", 1.15);

    public static readonly Case AloneLost = On(Policy.Alone, true);

    public static readonly Case WithPostsLost = On(Policy.WithPosts, true);

    public static readonly Case WithTiersLost = On(Policy.WithTiers, true);

    public static readonly IReadOnlyList<Case> Usual =
        [Separate, Alone, WithPosts, WithTiers, AtOnce, Central, CentralFar];

    public static readonly IReadOnlyList<Case> Lost = [AloneLost, WithPostsLost, WithTiersLost];

    public static IEnumerable<Case> All => Usual.Concat(Lost);

    private static Case On(Policy policy, bool oneInFiveLost)
    {
        var plans = Plans.Of(policy);
        return new(policy.Name, oneInFiveLost, day =>
        {
            var play = new CountyPlay(day, plans, policy.Overflow is not null);
            play.Play();
            return DayFigures.Of(play);
        });
    }

    private static Case CentralOf(string name, double far) => new(name, false, day =>
    {
        var play = new CentralPlay(day, true, far);
        play.Play();
        return DayFigures.Of(play);
    });
}
