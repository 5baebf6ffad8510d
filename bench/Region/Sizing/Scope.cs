namespace Yihao.Region.Sizing;

/// <summary>How many halls of each level, as the public statistics count them.</summary>
internal sealed record Scope(string Name, int Counties, int Townships, int Villages)
{
    public static readonly Scope[] All =
    [
        new("county", 1, 12, 135),
        new("region", 111, 1_284, 15_000),
        new("nation", 3_255, 41_351, 620_572),
    ];

    /// <summary>
    /// Windows and lives of a day in a hall of each level: the simulated county (bench/Simulation/World/Site.cs: 30, 4
    /// and 1 windows with 90, 72 and 28 % of their time in demand), some 8,000 citizens a day in 256 halls.
    /// </summary>
    private const int CountyWindows = 30;
    private const int TownshipWindows = 4;
    private const int VillageWindows = 1;
    private const int CountyLives = 1_500;
    private const int TownshipLives = 170;
    private const int VillageLives = 17;

    public double Halls => Counties + Townships + Villages;

    public double Windows =>
        (Counties * CountyWindows) + ((double)Townships * TownshipWindows) + ((double)Villages * VillageWindows);

    public double LivesPerDay =>
        ((double)Counties * CountyLives) + ((double)Townships * TownshipLives) + ((double)Villages * VillageLives);

    /// <summary>A screen in each hall, a page at each window.</summary>
    public double Connections => Halls + Windows;
}
