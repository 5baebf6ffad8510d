using System.Text.Json;

namespace Yihao.Hub.Demo;

/// <summary>What the sample citizens come for.</summary>
internal sealed class DemoMatters
{
    private static readonly TimeSpan UsualService = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, TimeSpan> minutes = [];
    private readonly List<string> served = [];

    public DemoMatters(JsonElement matters)
    {
        foreach (var matter in matters.EnumerateArray())
        {
            var code = matter.GetProperty("matter").GetString()!;
            minutes[code] = TimeSpan.FromMinutes(matter.GetProperty("minutes").GetDouble());
            served.Add(code);
        }
    }

    public TimeSpan MeanService => served.Count == 0
        ? UsualService
        : TimeSpan.FromMinutes(minutes.Values.Average(m => m.TotalMinutes));

    /// <summary>Null for a citizen who does not know, one in twenty.</summary>
    public string? Wish()
    {
        lock (served)
            return served.Count == 0 || DemoPace.Chance(0.05) ? null : served[Random.Shared.Next(served.Count)];
    }

    /// <summary>No window that is open serves it: nobody comes for it any more.</summary>
    public void NotServed(string? matter)
    {
        lock (served)
            served.Remove(matter ?? string.Empty);
    }

    public TimeSpan ServiceOf(string? matter) =>
        DemoPace.Service(matter is not null && minutes.TryGetValue(matter, out var mean) ? mean : UsualService);
}
