namespace Yihao.Rules.Tests.Days;

/// <summary>Villages that help each other through the township above them.</summary>
public class HelpTests
{
    private const string Township = "450521100";

    private const string Village = "450521100201";

    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    private static readonly StarvingHead Starving = new(Village, "card", Noon, Noon, 1, OverflowCause.Wait, 3);

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void A_hall_tells_those_below_of_each_other_where_it_shares_that(bool shares, int told)
    {
        var heard = new Elsewhere();
        heard.Hear(Township, new HallReport(Village, [Starving]), false, Noon);
        Assert.Equal(told, HallReport.ForBelow(Hall(shares), heard, Noon).Heads.Count);
    }

    [Fact]
    public void What_a_hall_hears_of_itself_is_no_news()
    {
        var heard = new Elsewhere();
        heard.Hear(Village, new HallReport(Township, [Starving]), true, Noon);
        Assert.Empty(heard.Heads(true, Noon));
    }

    private static Hall Hall(bool shares) => Rules.Hall.Begin(new Recorded(Noon, new HallPlanned(Plan(shares)), null));

    private static HallPlan Plan(bool shares) => new(
        Township,
        "Asia/Shanghai",
        new TimeOnly(4, 0),
        true,
        [new MatterPlan(MatterPlan.None, 'A', 10), new MatterPlan("card", 'A', 10, "card")],
        [new WindowPlan("1", 1, ["card"], "li", [])],
        [new ClerkPlan("li", null)],
        new HallSettings { SharesBelow = shares });
}
