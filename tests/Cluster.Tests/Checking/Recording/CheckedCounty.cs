using Yihao.Grains.Network;

namespace Yihao.Cluster.Tests.Checking.Recording;

/// <summary>A county and a village in which nobody waits long: recalls and losses come as early as they may.</summary>
internal static class CheckedCounty
{
    public const string County = "450521";
    public const string Village = "450521101201";

    public static NetworkDefinition Network { get; } = NetworkFile.Parse(Text) is NetworkResult.Valid valid
        ? valid.Network
        : throw new InvalidOperationException("the network has mistakes");

    /// <param name="mode">How the county's windows get their tickets.</param>
    public static string TextWith(string mode) =>
        Text.Replace("\"settings\": {", $"\"settings\": {{ \"mode\": \"{mode}\",", StringComparison.Ordinal);

    public const string Text = """
        {
          "name": "小县",
          "matters": [
            {
              "matter": "card", "name": "换卡", "department": "人社", "remote": true,
              "levels": ["county", "township", "village"]
            },
            { "matter": "land", "name": "不动产", "department": "自然资源", "levels": ["county"] }
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
              ],
              "settings": {
                "recallApartSeconds": 1, "callsBeforeNoShow": 1, "noShowAfterSeconds": 0,
                "offersStopAfterSeconds": 2, "coverAfterSeconds": 5, "announceAgainAfterSeconds": 5
              }
            },
            {
              "hall": "450521101201", "name": "小村", "bHall": "450521", "parent": "450521", "booths": 2,
              "windows": [{ "window": "1", "kind": "general", "posts": { "a": "v1", "b": [] } }]
            }
          ]
        }
        """;
}
