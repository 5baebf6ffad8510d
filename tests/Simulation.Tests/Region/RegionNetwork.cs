using Yihao.Grains.Halls;
using Yihao.Grains.Network;

namespace Yihao.Simulation.Tests.Region;

/// <summary>A county, a township and a village that help each other by camera; the delays are short.</summary>
internal static class RegionNetwork
{
    public const string County = "450521";
    public const string Township = "450521101";
    public const string Village = "450521101201";

    public static readonly IReadOnlyList<string> Matters = ["card", "tax", "permit"];

    private static readonly Dictionary<string, NetworkDefinition> ByMode =
        new[] { "pull", "push", "pushAndPull" }.ToDictionary(mode => mode, Read);

    public static IReadOnlyCollection<string> Modes => ByMode.Keys;

    /// <summary>Windows of each hall with the clerks who may open them.</summary>
    public static readonly IReadOnlyList<(string Hall, string Window, string Clerk)> Seats =
    [
        (County, "1", "c1"), (County, "2", "c2"), (County, "2", "c3"), (Township, "1", "t1"), (Township, "2", "t2"),
        (Village, "1", "v1"), (Village, "1", "v2"),
    ];

    public static HallCatalogue CatalogueOf(string hall, string mode)
    {
        var network = ByMode[mode];
        return new HallCatalogue(network, network.FindHall(hall)!, new DateOnly(2026, 11, 23));
    }

    private static NetworkDefinition Read(string mode) => NetworkFile.Parse(Text(mode)) switch
    {
        NetworkResult.Valid valid => valid.Network,
        NetworkResult.Invalid invalid => throw new InvalidOperationException(string.Join("; ", invalid.Mistakes)),
        _ => throw new InvalidOperationException("unknown result"),
    };

    private static string Hall(string id, string name, string mode, string windows) => $$"""
        {
          "hall": "{{id}}", "name": "{{name}}", "booths": 1,
          "settings": {
            "mode": "{{mode}}", "helpsUp": {{(id == County ? "false" : "true")}}, "overflowAfterMinutes": 1,
            "callsBeforeNoShow": 1, "noShowAfterSeconds": 1, "recallApartSeconds": 1, "offerTimeoutSeconds": 5,
            "coverAfterSeconds": 5, "announceAgainAfterSeconds": 6, "offersStopAfterSeconds": 2
          },
          "windows": [{{windows}}]
        }
        """;

    private static string Text(string mode) => $$"""
        {
          "name": "模拟县",
          "matters": [
            {
              "matter": "card", "name": "换卡", "department": "人社", "remote": true,
              "levels": ["county", "township", "village"]
            },
            { "matter": "tax", "name": "报税", "department": "税务", "remote": true, "levels": ["county", "township"] },
            { "matter": "permit", "name": "许可", "department": "住建", "levels": ["county", "township", "village"] }
          ],
          "clerks": [
            { "clerk": "c1", "name": "一", "hall": "{{County}}", "skills": "everything" },
            { "clerk": "c2", "name": "二", "hall": "{{County}}", "skills": "everything" },
            { "clerk": "c3", "name": "三", "hall": "{{County}}", "skills": { "matters": ["card"] } },
            { "clerk": "t1", "name": "四", "hall": "{{Township}}", "skills": "everything" },
            { "clerk": "t2", "name": "五", "hall": "{{Township}}", "skills": { "matters": ["card", "tax"] } },
            { "clerk": "v1", "name": "六", "hall": "{{Village}}", "skills": "everything" },
            { "clerk": "v2", "name": "七", "hall": "{{Village}}", "skills": "everything" }
          ],
          "halls": [
            {{Hall(County, "模拟县", mode, """
                { "window": "1", "kind": "general", "remoteDesk": true, "posts": { "a": "c1", "b": ["c2"] } },
                { "window": "2", "kind": "general", "posts": { "a": "c2", "b": ["c1", "c3"] } }
                """)}},
            {{Hall(Township, "模拟镇", mode, """
                { "window": "1", "kind": "general", "posts": { "a": "t1", "b": ["t2"] } },
                { "window": "2", "kind": "general", "posts": { "a": "t2", "b": ["t1"] } }
                """)}},
            {{Hall(Village, "模拟村", mode, """
                { "window": "1", "kind": "general", "posts": { "a": "v1", "b": ["v2"] } }
                """)}}
          ]
        }
        """;
}
