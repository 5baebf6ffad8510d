using System.Text.Json;
using Yihao.Grains.Network;

namespace Yihao.Cluster.Tests.Faults.Places;

/// <summary>
/// A county, three townships and nine villages. The first village of a township has two windows that cover each other,
/// the second has one clerk and sends whoever waits to the township at once, the third never has anybody: its citizens
/// are served by camera. The third township offers its tickets.
/// </summary>
internal static class Region
{
    public const string County = "450701";

    /// <summary>
    /// Of the third township and its villages, which belong to the county all the same: with the ledger split over two
    /// databases they lie in the other one.
    /// </summary>
    private const string OtherCounty = "450702";

    public const string Domain = "社保";

    /// <summary>From the last sign of a clerk to the deputy, in every hall.</summary>
    public const int CoverAfterSeconds = 20;

    private const int Townships = 3;

    public static IReadOnlyList<Place> Places { get; } = [.. All()];

    public static IReadOnlyList<string> Matters { get; } = ["consult", "pension", "permit"];

    /// <summary>As the nodes read it.</summary>
    public static NetworkDefinition Network { get; } = ((NetworkResult.Valid)NetworkFile.Parse(Text())).Network;

    public static Task Write(string file) => File.WriteAllTextAsync(file, Text());

    private static string Text() => JsonSerializer.Serialize(new
    {
        name = "灾县",
        matters = new object[]
        {
            Matter("consult", "综合咨询", null, true),
            Matter("pension", "养老待遇", Domain, true),
            Matter("permit", "许可证", null, false),
        },
        clerks = Places.SelectMany(ClerksOf),
        halls = Places.Select(HallOf),
    });

    private static IEnumerable<Place> All()
    {
        yield return new(County, "灾县", 0,
            [
                new("1", "c1", "c2", null, false), new("2", "c2", "c1", null, false),
                new("3", "c3", "c1", Domain, false), new("4", "c4", null, null, true),
            ],
            Settings());
        for (var t = 1; t <= Townships; t++)
        {
            var (township, id) = ($"t{t}", $"{(t == Townships ? OtherCounty : County)}{99 + t}");
            yield return new(id, $"灾镇{t}", 1,
                [
                    new("1", $"{township}a", $"{township}b", null, false),
                    new("2", $"{township}b", $"{township}a", Domain, false),
                    new("3", $"{township}c", null, null, true),
                ],
                Settings(("mode", t == Townships ? "pushAndPull" : "pull")));
            foreach (var village in Villages(township, id))
                yield return village;
        }
    }

    private static IEnumerable<Place> Villages(string township, string id)
    {
        yield return new($"{id}001", $"{township}双村", 1,
            [
                new("1", $"{township}v1a", $"{township}v1b", null, false),
                new("2", $"{township}v1b", $"{township}v1a", null, false),
            ],
            Settings());
        yield return new($"{id}002", $"{township}独村", 2,
            [new("1", $"{township}v2a", null, null, false)], Settings(("overflowAfterMinutes", 0)));
        yield return new($"{id}003", $"{township}空村", 2,
            [new("1", $"{township}v3a", null, null, false, Manned: false)], Settings(("overflowAfterMinutes", 0)));
    }

    private static Dictionary<string, object> Settings(params IEnumerable<(string Name, object Value)> own)
    {
        var settings = new Dictionary<string, object>
        {
            ["coverAfterSeconds"] = CoverAfterSeconds,
            ["announceAgainAfterSeconds"] = CoverAfterSeconds + 5,
            ["recallApartSeconds"] = 1,
            ["callsBeforeNoShow"] = 1,
            ["noShowAfterSeconds"] = 0,
            ["holdMinutes"] = 1,
        };
        foreach (var (name, value) in own)
            settings[name] = value;
        return settings;
    }

    private static Dictionary<string, object> Matter(string matter, string name, string? domain, bool remote)
    {
        var written = new Dictionary<string, object>
        {
            ["matter"] = matter,
            ["name"] = name,
            ["department"] = domain ?? "政务服务",
            ["kind"] = "instant",
            ["minutes"] = 1,
            ["materials"] = Array.Empty<string>(),
            ["levels"] = new[] { "county", "township", "village" },
            ["remote"] = remote,
        };
        if (domain is not null)
            written["domain"] = domain;
        return written;
    }

    private static IEnumerable<object> ClerksOf(Place place) => place.Posts.Select(post => new
    {
        clerk = post.A,
        name = "示例",
        hall = place.Hall,
        skills = "everything",
    });

    private static string? ParentOf(string hall) => hall.Length switch
    {
        > 9 => hall[..9],
        > 6 => County,
        _ => null,
    };

    private static object HallOf(Place place) => new
    {
        hall = place.Hall,
        name = place.Name,
        parent = ParentOf(place.Hall),
        booths = place.Booths,
        settings = place.Settings,
        windows = place.Posts.Select(WindowOf),
        posts = place.Posts.ToDictionary(
            post => post.Window, post => new { a = post.A, b = post.B is null ? [] : new[] { post.B } }),
    };

    private static Dictionary<string, object> WindowOf(Post post)
    {
        var window = new Dictionary<string, object>
        {
            ["window"] = post.Window,
            ["kind"] = post.Domain is null ? "general" : "domain",
            ["floor"] = 1,
        };
        if (post.Domain is { } domain)
            window["domains"] = new[] { domain };
        if (post.RemoteDesk)
            window["remoteDesk"] = true;
        return window;
    }
}
