using System.Globalization;

namespace Yihao.Region.Halls;

/// <summary>The levels of halls, with the windows of one on an ordinary day.</summary>
internal enum Level
{
    County,
    Township,
    Village,
}

/// <summary>One hall of the region: its code, and the code of the one above.</summary>
internal sealed record Division(string Code, Level Level)
{
    private const int FirstCounty = 450_101;
    private const int FirstTownship = 100;
    private const int FirstVillage = 200;

    /// <summary>
    /// As many divisions as asked for, spread evenly: townships over counties, villages over townships. Codes as the
    /// real ones: 6, 9 and 12 digits, each beginning with the one above.
    /// </summary>
    public static IReadOnlyList<Division> All(int counties, int townships, int villages)
    {
        var county = Enumerable.Range(0, counties).Select(c => Number(FirstCounty + c)).ToArray();
        var township = Enumerable.Range(0, townships)
            .Select(t => county[t % counties] + Number(FirstTownship + t / counties)).ToArray();
        var village = Enumerable.Range(0, villages)
            .Select(v => township[v % townships] + Number(FirstVillage + v / townships));
        return
        [
            .. county.Select(code => new Division(code, Level.County)),
            .. township.Select(code => new Division(code, Level.Township)),
            .. village.Select(code => new Division(code, Level.Village)),
        ];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
