using System.Globalization;
using Yihao.Simulation.Clock;

namespace Yihao.Simulation.World;

/// <summary>The plans of the halls, as an operator would write them.</summary>
internal static class Plans
{
    /// <summary>Beyond one for each window: never all taken.</summary>
    private const int MoreBooths = 10;

    public static IReadOnlyList<HallPlan> Of(Policy policy) => [.. Site.All.Select(site => Of(site, policy))];

    public static string Window(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Clerk(Site site, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{site.Id}-{number}");

    public static string Deputy(Site site, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{site.Id}-b{number}");

    private static HallPlan Of(Site site, Policy policy)
    {
        string[] skills = [MatterPlan.None, .. Matters.At(site.Level).Select(m => m.Code)];
        var windows = Enumerable.Range(1, site.Windows);
        var deputies = Enumerable.Range(1, policy.Posts ? site.Deputies : 0).Select(d => Deputy(site, d)).ToList();
        var serves = policy.Departments ? Share(site) : [.. windows.Select(_ => skills)];
        return new(
            site.Id,
            "Asia/Shanghai",
            new TimeOnly(4, 0),
            true,
            [new MatterPlan(MatterPlan.None, 'A', 10), .. Matters.At(site.Level).Select(Plan)],
            [.. windows.Select(w => new WindowPlan(
                Window(w), 1, serves[w - 1], Clerk(site, w), InTurn(deputies, w), false, Rota(site, w)))],
            [.. windows.Select(w => Clerk(site, w)).Concat(deputies).Select(c => new ClerkPlan(c, skills, skills))],
            policy.Overflow is { } limit
                ? new HallSettings { OverflowAfter = limit, HelpsUp = true, SharesBelow = true }
                : new HallSettings(),
            policy.Overflow is null ? 0 : policy.BoothsForAll ? site.Windows + MoreBooths : site.Booths,
            [new OpenSpan([DayOfWeek.Monday], Span.OfDay(Hours.Opens), Span.OfDay(Hours.Closes))]);
    }

    /// <summary>Each window has another deputy first, so that two absences do not fall to the same one.</summary>
    private static IReadOnlyList<string> InTurn(List<string> deputies, int window) =>
        [.. deputies.Select((_, i) => deputies[(window + i) % deputies.Count])];

    private static MatterPlan Plan(Matter matter) => new(matter.Code, 'A', matter.Minutes, matter.Code);

    /// <summary>
    /// A village plans no lunch: its clerk says when he goes, so that others may help while nobody is there.
    /// </summary>
    private static IReadOnlyList<RotaSpan>? Rota(Site site, int window)
    {
        var (from, to) = Hours.Lunch(site, window);
        return site.Level == Level.Village ? null : [new(Span.OfDay(from), Span.OfDay(to))];
    }

    /// <summary>
    /// The windows of a hall among its departments, by their work; small ones share a window where there are more
    /// departments than windows.
    /// </summary>
    private static IReadOnlyList<IReadOnlyList<string>> Share(Site site)
    {
        var work = Matters.At(site.Level).ToDictionary(m => m.Code, m => m.Shares[(int)site.Level] * m.Minutes);
        var departments = work.Select(w => (Codes: new List<string> { w.Key }, Work: w.Value)).ToList();
        while (departments.Count > site.Windows)
        {
            departments = [.. departments.OrderBy(d => d.Work)];
            var ((one, little), (other, more)) = (departments[0], departments[1]);
            departments[1] = ([.. one, .. other], little + more);
            departments.RemoveAt(0);
        }

        var windows = departments.Select(_ => 1).ToArray();
        while (windows.Sum() < site.Windows)
        {
            // Whoever has the most work per window gets the next one.
            var next = Enumerable.Range(0, windows.Length).MaxBy(d => departments[d].Work / windows[d]);
            windows[next]++;
        }

        return [.. departments.SelectMany((d, i) => Enumerable.Repeat<IReadOnlyList<string>>(d.Codes, windows[i]))];
    }
}
