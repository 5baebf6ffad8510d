namespace Yihao.Rules.Tests.Tiers;

/// <summary>What a hall tells the halls above and below it.</summary>
public class ReportTests
{
    [Fact]
    public void A_hall_reports_the_first_of_each_kind_that_starves()
    {
        var hall = new HallScript(TierPlans.Township).Play("""
            09:00 take land => F001
            09:01 take land priority elder => F002
            09:02 take certs => A001
            take => A002
            open 2 wu
            pass
            """);
        var head = Assert.Single(HallReport.Own(hall.Hall));
        var first = hall.Ticket("F002");
        Assert.Equal(
            new StarvingHead(TierPlans.Home, "land", first.Place.EffectiveAt, first.Arrival, head.Number,
                OverflowCause.Nobody, 2),
            head);
        Assert.Equal([head], HallReport.ForAbove(hall.Hall, new Elsewhere(), hall.Now).Heads);
        Assert.Equal([head], HallReport.ForBelow(hall.Hall, new Elsewhere(), hall.Now).Heads);
        Assert.Empty(HallReport.Own(new HallScript(TierPlans.Township with { Booths = 0 })
            .Play("09:00 take land => F001\npass").Hall));
    }

    [Theory]
    [InlineData("open 1 ma", 39, false)]
    [InlineData("open 1 ma", 40, true)]
    [InlineData("open 2 he", 1, true)]
    [InlineData("open 1 ma\npause 1 because tea", 1, true)]
    public void What_is_heard_from_below_goes_on_when_nobody_here_can_or_after_twice_the_limit(
        string there, int minutesAgo, bool goesOn)
    {
        var hall = new HallScript(TierPlans.County).Play("09:00 " + there);
        var elsewhere = new Elsewhere();
        elsewhere.Hear(
            TierPlans.Helper, new(TierPlans.Home, [HelpingTests.Head(hall, TierPlans.Home, "land", minutesAgo)]), false,
            hall.Now);
        var report = HallReport.ForAbove(hall.Hall, elsewhere, hall.Now);
        Assert.Equal((TierPlans.Helper, goesOn), (report.From, report.Heads.Any(h => h.Home == TierPlans.Home)));
        Assert.Empty(HallReport.ForBelow(hall.Hall, elsewhere, hall.Now).Heads);
    }

    [Fact]
    public void What_is_heard_from_above_goes_down_and_never_up_again()
    {
        var hall = new HallScript(TierPlans.County).Play("09:00 pass => nothing");
        var elsewhere = new Elsewhere();
        elsewhere.Hear(TierPlans.Helper, new("4505", [HelpingTests.Head(hall, "4505", "land", 90)]), true, hall.Now);
        Assert.Single(HallReport.ForBelow(hall.Hall, elsewhere, hall.Now).Heads);
        Assert.Empty(HallReport.ForAbove(hall.Hall, elsewhere, hall.Now).Heads);
        Assert.Empty(HallReport.ForBelow(hall.Hall, elsewhere, hall.Now.AddSeconds(11)).Heads);
    }

    [Fact]
    public void Two_halls_that_help_each_other_do_not_tell_each_other_their_own()
    {
        var (one, other) = (new HallScript(TierPlans.Township), new HallScript(TierPlans.County));
        var (heardByOne, heardByOther) = (new Elsewhere(), new Elsewhere());
        one.Play("09:00 take land => F001\npass");
        other.Play("09:00 pass => nothing");
        for (var i = 0; i < 5; i++)
        {
            var up = HallReport.ForAbove(one.Hall, heardByOne, one.Now);
            heardByOther.Hear(TierPlans.Helper, up, false, one.Now);
            heardByOne.Hear(TierPlans.Home, HallReport.ForAbove(other.Hall, heardByOther, one.Now), false, one.Now);
        }

        Assert.Empty(heardByOne.Heads(false, one.Now));
        Assert.Single(heardByOther.Heads(false, one.Now));
        one.Play("cancel F001\npass");
        heardByOther.Hear(TierPlans.Helper, HallReport.ForAbove(one.Hall, heardByOne, one.Now), false, one.Now);
        Assert.Empty(heardByOther.Heads(false, one.Now));
    }
}
