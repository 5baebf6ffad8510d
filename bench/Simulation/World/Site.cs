using System.Globalization;

namespace Yihao.Simulation.World;

/// <summary>A hall of the simulated county.</summary>
/// <param name="Index">The county hall is 0, townships 1 to 15, villages from 16.</param>
/// <param name="Parent">Index of the hall above; -1 for the county hall.</param>
/// <param name="Load">Work offered over the open day, per hour of a clerk planned to be there.</param>
internal sealed record Site(int Index, Level Level, string Id, int Parent, int Windows, int Booths, int Deputies,
    double Load)
{
    public const int Townships = 15;

    public const int VillagesEach = 16;

    private const string CountyId = "450521";

    /// <summary>The whole county: 1 hall of 30 windows, 15 of 4, 240 of 1.</summary>
    public static readonly IReadOnlyList<Site> All =
    [
        new(0, Level.County, CountyId, -1, 30, 6, 3, 0.90),
        .. Enumerable.Range(1, Townships)
            .Select(t => new Site(t, Level.Township, TownshipId(t), 0, 4, 2, 1, 0.72)),
        .. Enumerable.Range(0, Townships * VillagesEach)
            .Select(v => new Site(1 + Townships + v, Level.Village, VillageId(v), 1 + v / VillagesEach, 1, 1, 1, 0.28)),
    ];

    private static readonly Dictionary<string, int> Indexes = All.ToDictionary(s => s.Id, s => s.Index);

    public IEnumerable<int> Children() => All.Where(s => s.Parent == Index).Select(s => s.Index);

    public static int IndexOf(string id) => Indexes[id];

    private static string TownshipId(int township) =>
        string.Create(CultureInfo.InvariantCulture, $"{CountyId}{99 + township:000}");

    private static string VillageId(int village) =>
        TownshipId(1 + village / VillagesEach) + (200 + village % VillagesEach).ToString(CultureInfo.InvariantCulture);
}
