using Yihao.Contracts;

namespace Yihao.Hub.Shapes;

/// <param name="Here">What a newcomer would meet in this hall.</param>
/// <param name="Sooner">The other halls where he is likely to be served sooner, soonest first.</param>
internal sealed record ShownAdvice(
    string Hall, string Matter, MatterWait Here, IReadOnlyList<MatterWait> Sooner, AsOf AsOf)
{
    /// <summary>Less is not worth the way: what the way itself takes, nobody knows here.</summary>
    private const int WorthMinutes = 5;

    public static ShownAdvice Of(string matter, MatterWait here, IEnumerable<MatterWait> others, AsOf asOf) => new(
        here.Hall,
        matter,
        here,
        [
            .. others.Where(o => IsSooner(o, here))
                .OrderBy(o => o.Estimate!.FromMinutes).ThenBy(o => o.Estimate!.ToMinutes)
                .ThenBy(o => o.Hall, StringComparer.Ordinal),
        ],
        asOf);

    /// <summary>
    /// With windows really open; in the usual case (p50) shorter by what is worth a way, and in a bad one (p90) not
    /// longer. Where nobody can say how long it takes here, every hall that can is sooner.
    /// </summary>
    private static bool IsSooner(MatterWait other, MatterWait here) =>
        other is { Served: true, WindowsOpen: > 0, Estimate: { } there }
        && (here.Estimate is not { } own
            || (there.FromMinutes + WorthMinutes <= own.FromMinutes && there.ToMinutes <= own.ToMinutes));
}
