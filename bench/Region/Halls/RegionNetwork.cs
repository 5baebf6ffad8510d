using System.Text.Json;

namespace Yihao.Region.Halls;

/// <summary>
/// The network file of a region: county halls of 30 windows, townships of 4, villages of 1 as in the simulated county
/// (bench/Simulation/World/Site.cs), a clerk at each window, tiers from village to county.
/// </summary>
internal static class RegionNetwork
{
    /// <summary>Accepted in every hall.</summary>
    public const string Matter = "m01";

    /// <summary>Where the clerk sits.</summary>
    public const string Window = "1";

    private const int Matters = 45;
    private const int MattersOfVillages = 12;
    private static readonly string[] Everywhere = ["county", "township", "village"];
    private static readonly string[] County = ["county"];
    private static readonly int[] Windows = [30, 4, 1];

    /// <summary>The clerk of the first window.</summary>
    public static string ClerkOf(Division hall) => ClerkOf(hall, 1);

    public static string Text(IReadOnlyList<Division> halls) => JsonSerializer.Serialize(new
    {
        name = "region",
        layouts = Enum.GetValues<Level>().ToDictionary(Name, level => new
        {
            windows = WindowsOf(level).Select(w => new { window = $"{w}", kind = "general" }),
        }),
        matters = Enumerable.Range(1, Matters).Select(m => new
        {
            matter = $"m{m:00}",
            name = $"事项{m}",
            department = $"部门{m % 9}",
            levels = m <= MattersOfVillages ? Everywhere : County,
        }),
        clerks = halls.SelectMany(hall => WindowsOf(hall.Level).Select(window => new
        {
            clerk = ClerkOf(hall, window), name = "示例", hall = hall.Code, skills = "everything",
        })),
        halls = halls.Select(hall => new
        {
            hall = hall.Code,
            name = $"大厅{hall.Code}",
            layout = Name(hall.Level),
            posts = WindowsOf(hall.Level).ToDictionary(w => $"{w}", w => new { a = ClerkOf(hall, w) }),
        }),
    });

    private static string ClerkOf(Division hall, int window) => $"c{hall.Code}-{window}";

    private static IEnumerable<int> WindowsOf(Level level) => Enumerable.Range(1, Windows[(int)level]);

    private static string Name(Level level) => level.ToString().ToLowerInvariant();
}
