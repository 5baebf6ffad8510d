using Yihao.Grains.Network;

namespace Yihao.Cluster.Tests.Tiers;

/// <summary>A county with a remote desk, and a village with a booth.</summary>
internal static class SmallCounty
{
    public const string County = "450521";
    public const string Village = "450521101201";

    public static NetworkDefinition Network { get; } = NetworkFile.Parse(Text) switch
    {
        NetworkResult.Valid valid => valid.Network,
        NetworkResult.Invalid invalid => throw new InvalidOperationException(string.Join("; ", invalid.Mistakes)),
        _ => throw new InvalidOperationException("unknown result"),
    };

    private const string Text = """
        {
          "name": "小县",
          "matters": [
            {
              "matter": "card", "name": "换卡", "department": "人社", "remote": true,
              "levels": ["county", "township", "village"]
            }
          ],
          "clerks": [
            { "clerk": "c1", "name": "一", "hall": "450521", "skills": "everything" },
            { "clerk": "c2", "name": "二", "hall": "450521", "skills": "everything" },
            { "clerk": "v1", "name": "三", "hall": "450521101201", "skills": "everything" }
          ],
          "halls": [
            {
              "hall": "450521", "name": "小县大厅",
              "windows": [
                { "window": "1", "kind": "general", "remoteDesk": true, "posts": { "a": "c1", "b": ["c2"] } },
                { "window": "2", "kind": "general", "remoteDesk": true, "posts": { "a": "c2", "b": ["c1"] } }
              ]
            },
            {
              "hall": "450521101201", "name": "小村", "bHall": "450521", "parent": "450521", "booths": 2,
              "windows": [{ "window": "1", "kind": "general", "posts": { "a": "v1", "b": [] } }]
            }
          ]
        }
        """;
}
