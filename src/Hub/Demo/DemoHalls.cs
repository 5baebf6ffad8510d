namespace Yihao.Hub.Demo;

/// <summary>Which halls the sample people come to.</summary>
internal static class DemoHalls
{
    private const string UsualCounty = "450521";

    /// <summary>
    /// A county hall, one of its townships, one of that one's villages: as far as the network has them.
    /// </summary>
    public static async Task<IReadOnlyList<string>> Choose(DemoDoor door, CancellationToken cancellation)
    {
        var all = (await door.Get("/api/halls", cancellation)).Body.EnumerateArray()
            .Select(h => (Hall: DemoAnswer.TextOf(h, "hall")!, Level: DemoAnswer.TextOf(h, "level"),
                Parent: DemoAnswer.TextOf(h, "parent")))
            .ToList();
        var counties = all.Where(h => h.Level == "county").Select(h => h.Hall).ToList();
        var county = counties.Contains(UsualCounty) ? UsualCounty : counties.FirstOrDefault();
        var villages = all.Where(h => h.Level == "village").ToList();
        var townships = all.Where(h => h.Level == "township" && h.Parent == (county ?? h.Parent)).ToList();
        var township = townships.FirstOrDefault(t => villages.Exists(v => v.Parent == t.Hall)).Hall
            ?? townships.FirstOrDefault().Hall;
        var village = villages.FirstOrDefault(v => township is null || v.Parent == township).Hall;
        return [.. new[] { county, township, village }.OfType<string>()];
    }
}
