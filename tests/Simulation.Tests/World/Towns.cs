using Yihao.Grains.Halls;
using Yihao.Grains.Network;

namespace Yihao.Simulation.Tests;

/// <summary>
/// The hall of a run, in three zones, and for each the changes that its network may bring at a start: a window more, a
/// window less, another matter.
/// </summary>
internal sealed class Towns
{
    public const string Hall = "450521";

    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly (string Zone, string Boundary, DateTimeOffset Start)[] Places =
    [
        ("Asia/Shanghai", "04:00", new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero)),
        ("Asia/Shanghai", "00:00", new(2026, 12, 31, 12, 0, 0, TimeSpan.Zero)),
        // The night in which the clocks go back, with a boundary in the hour that comes twice.
        ("Europe/Berlin", "02:30", new(2026, 10, 24, 20, 0, 0, TimeSpan.Zero)),
    ];

    private static readonly Towns[] All =
        [.. Places.Select(place => new Towns(place.Zone, place.Boundary, place.Start))];

    private readonly HallCatalogue[] catalogues;

    private Towns(string zone, string boundary, DateTimeOffset start)
    {
        Start = start;
        string[] texts =
        [
            Text(zone, boundary, Usual, "pull"), Text(zone, boundary, More, "pushAndPull"),
            Text(zone, boundary, Less, "push"),
        ];
        catalogues = [.. texts.Select(CatalogueOf)];
    }

    public DateTimeOffset Start { get; }

    public HallCatalogue UsualPlan => catalogues[0];

    public static Towns Of(Chance chance) => All[chance.Percent(60) ? 0 : chance.Below(All.Length)];

    public HallCatalogue AnyPlan(Chance chance) => catalogues[chance.Below(catalogues.Length)];

    private const string Usual = """
        { "window": "1", "kind": "general", "posts": { "a": "li", "b": ["wang", "sun"] } },
        { "window": "2", "kind": "domain", "domains": ["社保"], "posts": { "a": "wang", "b": ["li"] } },
        { "window": "3", "kind": "general", "domains": ["社保"], "posts": { "a": "zhao", "b": ["sun"] } }
        """;

    private const string More = Usual + """
        , { "window": "4", "kind": "general", "floor": 2, "posts": { "a": "qian", "b": ["zhao"] } }
        """;

    private const string Less = """
        { "window": "1", "kind": "general", "posts": { "a": "li", "b": ["sun"] } },
        { "window": "3", "kind": "general", "domains": ["社保"], "posts": { "a": "zhao", "b": [] } }
        """;

    private static string Text(string zone, string boundary, string windows, string mode)
    {
        var help = windows == Less ? string.Empty : """{ "matter": "help", "name": "救助", "department": "民政" },""";
        return $$"""
            {
              "name": "模拟",
              "matters": [
                { "matter": "card", "name": "换卡", "department": "人社", "domain": "社保" },
                { "matter": "permit", "name": "许可", "department": "住建" },
                {{help}}
                { "matter": "tax", "name": "报税", "department": "税务" }
              ],
              "clerks": [
                { "clerk": "li", "name": "一", "hall": "{{Hall}}", "skills": "everything" },
                { "clerk": "wang", "name": "二", "hall": "{{Hall}}", "skills": { "domains": ["社保"] } },
                { "clerk": "zhao", "name": "三", "hall": "{{Hall}}", "skills": "everything" },
                { "clerk": "qian", "name": "四", "hall": "{{Hall}}", "skills": "everything" },
                { "clerk": "sun", "name": "五", "hall": "{{Hall}}", "skills": "everything" }
              ],
              "halls": [
                {
                  "hall": "{{Hall}}", "name": "模拟大厅", "zone": "{{zone}}", "dayBoundary": "{{boundary}}",
                  "prefixes": { "社保": "F" },
                  "settings": {
                    "callsBeforeNoShow": 1, "noShowAfterSeconds": 8, "recallApartSeconds": 5, "holdMinutes": 2,
                    "waitCapMinutes": 10, "inferStartAfterSeconds": 30, "sameClerkWithinMinutes": 1,
                    "returns": 1, "holds": 1, "mode": "{{mode}}", "offerTimeoutSeconds": 10
                  },
                  "windows": [{{windows}}]
                }
              ]
            }
            """;
    }

    private static HallCatalogue CatalogueOf(string text)
    {
        var network = NetworkFile.Parse(text) switch
        {
            NetworkResult.Valid valid => valid.Network,
            NetworkResult.Invalid invalid => throw new InvalidOperationException(
                string.Join("; ", invalid.Mistakes)),
            _ => throw new InvalidOperationException("unknown result"),
        };
        return new HallCatalogue(network, network.FindHall(Hall)!, Today);
    }
}
