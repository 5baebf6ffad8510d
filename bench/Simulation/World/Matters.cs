namespace Yihao.Simulation.World;

internal enum Level
{
    County,
    Township,
    Village,
}

/// <param name="Lowest">The lowest level whose clerks have the skill; all above have it too.</param>
/// <param name="Minutes">Mean at a window.</param>
/// <param name="Shares">How often it is asked for at a hall of each level, in the order of <see cref="Level"/>.</param>
internal sealed record Matter(string Code, Level Lowest, double Minutes, double[] Shares);

/// <summary>The catalogue of the simulated county: eight departments, one matter each.</summary>
internal static class Matters
{
    public static readonly IReadOnlyList<Matter> All =
    [
        new("medical", Level.Village, 6, [0.08, 0.28, 0.40]),
        new("social", Level.Village, 7, [0.08, 0.22, 0.35]),
        new("civil", Level.Village, 8, [0.06, 0.15, 0.25]),
        new("household", Level.Township, 9, [0.10, 0.25, 0]),
        new("farming", Level.Township, 12, [0.04, 0.10, 0]),
        new("market", Level.County, 12, [0.18, 0, 0]),
        new("tax", Level.County, 14, [0.18, 0, 0]),
        new("property", Level.County, 18, [0.28, 0, 0]),
    ];

    /// <summary>Those that the clerks of a level have the skill for; what a hall of that level gives numbers for.
    /// </summary>
    public static IEnumerable<Matter> At(Level level) => All.Where(m => level <= m.Lowest);

    /// <summary>Mean minutes at a window of what is asked for at a level.</summary>
    public static double MeanMinutes(Level level) =>
        All.Sum(m => m.Shares[(int)level] * m.Minutes) / All.Sum(m => m.Shares[(int)level]);
}
