using Yihao.Grains.Network;

namespace Yihao.Cluster.Tests.Network;

/// <summary>What a good file gives, with its defaults.</summary>
public sealed class NetworkFileTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void What_is_not_stated_has_its_default()
    {
        var network = Parse(SmallNetwork.Text);
        var county = network.FindHall("450521")!;
        Assert.Equal("小网", network.Name);
        Assert.Equal(NetworkDefinition.UsualDomains, network.Domains);
        Assert.Equal((Level.County, "Asia/Shanghai"), (county.Level, county.Zone));
        Assert.Equal(new TimeOnly(4, 0), county.DayBoundary);
        Assert.Equal((null, null, 0, 2), (county.Parent, county.Hours, county.Booths, county.Floors));
        Assert.Equal((AreaDefinition.Usual, SettingsDefinition.None), (county.Areas, county.Settings));
        Assert.Equal((1, "综合窗口", "acceptance"), Sign(county.FindWindow("1")!));
        Assert.Equal((2, "社保窗口", "acceptance"), Sign(county.FindWindow("2")!));
        var card = network.FindMatter("card")!;
        Assert.Equal((MatterKind.Instant, 10, false), (card.Kind, card.Minutes, card.Remote));
        Assert.Equal((null, null), (card.PromisedDays, card.Halls));
        Assert.Equal([Level.County], card.Levels);
    }

    [Fact]
    public void A_hall_takes_the_windows_of_its_layout_and_staffs_them_itself()
    {
        var village = Parse(SmallNetwork.Text).FindHall("450521100001")!;
        Assert.Equal((Level.Village, "450521"), (village.Level, village.Parent));
        Assert.Equal("c3", Assert.Single(village.Windows).Posts.A);
    }

    [Fact]
    public void A_hall_lays_its_own_windows_and_settings_over_those_of_its_layout()
    {
        var text = SmallNetwork.With("\"windows\": [{ \"window\": \"1\", \"kind\": \"general\" }]", """
                "settings": { "waitCapMinutes": 30, "callsBeforeNoShow": 2 },
                "booths": 1, "areas": [{ "area": "acceptance", "name": "厅" }],
                "windows": [{ "window": "1", "kind": "general", "name": "一号" }]
                """)
            .Replace("\"parent\": \"450521\",", """
                "parent": "450521", "zone": "Asia/Urumqi", "settings": { "waitCapMinutes": 45 },
                "windows": [
                  { "window": "1", "floor": 3 },
                  { "window": "2", "kind": "general", "posts": { "a": "c4" } }
                ],
                """, StringComparison.Ordinal)
            .Replace("\"clerks\": [", """
                "clerks": [{ "clerk": "c4", "name": "示例丁", "hall": "450521100001", "skills": "everything" },
                """, StringComparison.Ordinal);
        var village = Parse(text).FindHall("450521100001")!;
        Assert.Equal(new SettingsDefinition { WaitCapMinutes = 45, CallsBeforeNoShow = 2 }, village.Settings);
        Assert.Equal(("Asia/Urumqi", 1, 1), (village.Zone, village.Booths, village.Areas.Count));
        Assert.Equal([(3, "一号", "acceptance"), (1, "综合窗口", "acceptance")], village.Windows.Select(Sign));
        Assert.Equal(["c3", "c4"], village.Windows.Select(window => window.Posts.A));
    }

    [Fact]
    public void A_domain_window_takes_its_domain_from_the_general_ones()
    {
        var network = Parse(SmallNetwork.Text);
        var matters = network.MattersOf(network.FindHall("450521")!);
        Assert.Equal(["permit", "help"], Codes(matters["1"]));
        Assert.Equal(["card"], Codes(matters["2"]));
        Assert.Equal(["card", "permit", "help"], Codes(matters.All));
        Assert.Empty(matters["3"]);
        Assert.Equal(["help"], Codes(network.MattersOf(network.FindHall("450521100001")!).All));
    }

    [Fact]
    public void A_general_window_may_name_what_another_window_reserves()
    {
        var network = Parse(SmallNetwork.With(
            "\"kind\": \"general\", \"posts\"", "\"kind\": \"general\", \"matters\": [\"card\"], \"posts\""));
        Assert.Equal(["card", "permit", "help"], Codes(network.MattersOf(network.FindHall("450521")!)["1"]));
    }

    [Fact]
    public void A_number_has_the_letter_of_its_domain_or_the_general_one()
    {
        var network = Parse(SmallNetwork.Text);
        var county = network.FindHall("450521")!;
        Assert.Equal('F', county.PrefixOf(network.FindMatter("card")));
        Assert.Equal('A', county.PrefixOf(network.FindMatter("help")));
        Assert.Equal('A', county.PrefixOf(null));
        Assert.Equal('A', county.Prefixes[""]);
    }

    [Fact]
    public void A_skill_holds_until_its_last_day()
    {
        var network = Parse(SmallNetwork.Text);
        var (help, card) = (network.FindMatter("help")!, network.FindMatter("card")!);
        Assert.True(network.FindClerk("c1")!.CanServe(help, Today));
        Assert.True(network.FindClerk("c2")!.CanServe(card, Today));
        Assert.False(network.FindClerk("c2")!.CanServe(help, Today));
        Assert.True(network.FindClerk("c3")!.CanServe(help, new DateOnly(2027, 1, 31)));
        Assert.False(network.FindClerk("c3")!.CanServe(help, new DateOnly(2027, 2, 1)));
    }

    [Theory]
    [InlineData("\"450521b\"", Level.County, null)]
    [InlineData("\"450521100\"", Level.Township, "450521")]
    [InlineData("\"450521100c\"", Level.Township, "450521")]
    [InlineData("\"450521100\", \"parent\": null", Level.Township, null)]
    [InlineData("\"450521b\", \"parent\": \"450521\"", Level.County, "450521")]
    public void The_parent_is_the_prefix_unless_it_is_stated(string hall, Level level, string? parent)
    {
        var network = Parse(SmallNetwork.Text
            .Replace("\"hall\": \"450521100001\", \"name\"", $"\"hall\": {hall}, \"name\"", StringComparison.Ordinal)
            .Replace("\"450521100001\"", hall.Split(',')[0], StringComparison.Ordinal)
            .Replace("\n      \"parent\": \"450521\",\n", "\n", StringComparison.Ordinal)
            .Replace("\"village\"]", "\"township\"]", StringComparison.Ordinal));
        var child = network.Halls[1];
        Assert.Equal((level, parent), (child.Level, child.Parent));
        Assert.Equal(parent is null ? [] : [child], network.ChildrenOf("450521"));
    }

    [Theory]
    [InlineData("", "450521")]
    [InlineData(", \"bHall\": null", null)]
    [InlineData(", \"bHall\": \"450521100002\"", "450521100002")]
    public void The_parent_helps_out_unless_another_hall_is_stated(string stated, string? bHall)
    {
        var network = Parse(SmallNetwork.With("\"parent\": \"450521\"", $"\"parent\": \"450521\"{stated}")
            .Replace("\"halls\": [", """
                "halls": [{
                  "hall": "450521100002", "name": "烟楼村", "layout": "village", "parent": "450521",
                  "posts": { "1": { "a": "c4" } }
                },
                """, StringComparison.Ordinal)
            .Replace("\"clerks\": [", """
                "clerks": [{ "clerk": "c4", "name": "示例丁", "hall": "450521100002", "skills": "everything" },
                """, StringComparison.Ordinal));
        var village = network.FindHall("450521100001")!;
        Assert.Equal(("450521", bHall), (village.Parent, village.BHall));
        Assert.Null(network.FindHall("450521")!.BHall);
    }

    [Fact]
    public void Hours_are_sessions_of_days()
    {
        var network = Parse(SmallNetwork.With("\"prefixes\": { \"社保\": \"F\" }", """
            "hours": [
              { "days": ["monday", "friday"], "from": "08:30", "to": "12:00" }, // noon is free
              { "days": ["monday"], "from": "12:00", "to": "17:30" },
            ]
            """));
        var hours = network.Halls[0].Hours!;
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Friday], hours[0].Days);
        Assert.Equal((new TimeOnly(12, 0), new TimeOnly(17, 30)), (hours[1].From, hours[1].To));
    }

    [Fact]
    public void A_byte_order_mark_is_no_mistake() => Parse("\uFEFF" + SmallNetwork.Text);

    private static NetworkDefinition Parse(string text)
    {
        var result = NetworkFile.Parse(text);
        return result is NetworkResult.Valid valid
            ? valid.Network
            : throw new InvalidOperationException(string.Join("\n", ((NetworkResult.Invalid)result).Mistakes));
    }

    private static (int Floor, string Name, string Area) Sign(WindowDefinition window) =>
        (window.Floor, window.Name, window.Area);

    private static string[] Codes(IEnumerable<MatterDefinition> matters) =>
        [.. matters.Select(matter => matter.Matter)];
}
