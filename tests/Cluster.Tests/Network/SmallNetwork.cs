namespace Yihao.Cluster.Tests.Network;

/// <summary>A network of three halls without a mistake; the tests change one place of it.</summary>
internal static class SmallNetwork
{
    internal const string Text = """
        {
          "name": "小网",
          "layouts": {
            "village": {
              "windows": [{ "window": "1", "kind": "general" }]
            }
          },
          "matters": [
            { "matter": "card", "name": "换卡", "department": "人社", "domain": "社保" },
            { "matter": "permit", "name": "许可", "department": "住建", "kind": "promised", "promisedDays": 5 },
            { "matter": "help", "name": "救助", "department": "民政", "minutes": 20, "levels": ["county", "village"] }
          ],
          "clerks": [
            { "clerk": "c1", "name": "示例甲", "hall": "450521", "skills": "everything" },
            { "clerk": "c2", "name": "示例乙", "hall": "450521", "skills": { "domains": ["社保"] } },
        { "clerk": "c3", "name": "丙", "hall": "450521100001", "skills": [{ "matters": ["help"], "until":"2027-01-31"}]}
          ],
          "halls": [
            {
              "hall": "450521", "name": "合浦县",
              "prefixes": { "社保": "F" },
              "windows": [
                { "window": "1", "kind": "general", "posts": { "a": "c1", "b": ["c2"] } },
                { "window": "2", "kind": "domain", "domains": ["社保"], "floor": 2, "posts": { "a": "c2", "b": ["c1"] } }
              ]
            },
            {
              "hall": "450521100001", "name": "还珠社区", "layout": "village",
              "parent": "450521",
              "posts": { "1": { "a": "c3" } }
            },
          ],
        }
        """;

    /// <summary>The text with one place changed, which must be there exactly once.</summary>
    internal static string With(string place, string other)
    {
        Assert.Equal(2, Text.Split(place).Length);
        return Text.Replace(place, other, StringComparison.Ordinal);
    }
}
