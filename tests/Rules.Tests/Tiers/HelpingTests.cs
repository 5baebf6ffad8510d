namespace Yihao.Rules.Tests.Tiers;

/// <summary>Which window helps another hall, before or after its own.</summary>
public class HelpingTests
{
    [Fact]
    public void A_remote_desk_serves_both_halls_in_one_order()
    {
        var halls = new TwoHalls()
            .AtOther("08:59 take => A001").AtHome("09:00 take land => F001").AtOther("09:01 take => A002");
        halls.AtOther("09:02 open 1 ma").Tick();
        Assert.Null(halls.Ask("1"));
        halls.AtOther("call 1 => A001");
        Assert.NotNull(halls.Borrow("1", finish: true));
        halls.AtOther("see 1 holds F001\ncall 1 finish => A002").Settle().AtHome("see F001 done");
    }

    [Fact]
    public void A_head_start_counts_in_both_halls_alike()
    {
        var halls = new TwoHalls().AtOther("09:00 take => A001").AtHome("09:01 take land priority elder => F001");
        halls.AtOther("open 1 ma").Tick().Borrow("1");
        halls.AtOther("see 1 holds F001");
    }

    [Fact]
    public void Another_window_helps_when_nobody_waits_for_it_and_else_at_every_third_call_at_most()
    {
        var halls = new TwoHalls().AtHome("08:00 take land => F001\n08:01 take land => F002\ntake land => F003")
            .AtOther("08:02 open 3 gu").Tick();
        Assert.NotNull(halls.Borrow("3"));
        halls.AtOther("finish 3\ntake => A001\ntake => A002\ntake => A003").Settle().Tick();
        string[] own = ["A001", "A002"];
        foreach (var number in own)
        {
            Assert.Null(halls.Ask("3", finish: true));
            halls.AtOther($"call 3 finish => {number}").Tick();
        }

        Assert.NotNull(halls.Borrow("3", finish: true));
        halls.AtOther("see 3 holds F002\nfinish 3").Settle().Tick();
        Assert.Null(halls.Ask("3"));
    }

    [Fact]
    public void A_window_whose_turn_is_by_rule_serves_its_own_first()
    {
        var halls = new TwoHalls().AtHome("08:00 take land => F001")
            .AtOther("09:00 open 1 ma\ntake => A001\ntransfer 1 A001 window 1 because x").Tick();
        Assert.Null(halls.Ask("1"));
        halls.AtOther("call 1 => A001 SentHere").Tick();
        Assert.NotNull(halls.Borrow("1", finish: true));
    }

    [Fact]
    public void A_clerk_helps_with_what_the_own_skills_allow_by_camera()
    {
        var halls = new TwoHalls().AtHome("08:00 take land => F001").AtOther("09:00 open 2 he").Tick();
        Assert.Null(halls.Ask("2"));
        halls.AtHome("take certs => A001").Tick();
        Assert.NotNull(halls.Borrow("2"));
        halls.AtOther("see 2 holds A001");
    }

    [Theory]
    [InlineData(true, "", true)]
    [InlineData(true, "take => A001", false)]
    [InlineData(false, "", false)]
    public void A_lower_hall_helps_up_when_it_is_meant_to_and_idle(bool helpsUp, string own, bool helps)
    {
        var hall = new HallScript(TierPlans.County.With(s => s with { HelpsUp = helpsUp }))
            .Play("09:00 open 1 ma\npass => nothing\n" + own);
        Assert.Equal(helps, Best(hall, fromAbove: true) is not null);
    }

    [Fact]
    public void Those_below_go_before_those_above()
    {
        var hall = new HallScript(TierPlans.County.With(s => s with { HelpsUp = true })).Play("09:00 open 1 ma");
        var elsewhere = new Elsewhere();
        elsewhere.Hear(TierPlans.Helper, new("4505", [Head(hall, "4505", "land", 50)]), true, hall.Now);
        var below = new HallReport(TierPlans.Home, [Head(hall, TierPlans.Home, "land", 30)]);
        elsewhere.Hear(TierPlans.Helper, below, false, hall.Now);
        Assert.Equal(TierPlans.Home, elsewhere.Best(hall.Hall, hall.Hall.Window("1")!, hall.Now)?.Home);
    }

    [Fact]
    public void What_was_heard_is_forgotten_after_ten_seconds_and_after_a_vain_request()
    {
        var hall = new HallScript(TierPlans.County).Play("09:00 open 1 ma");
        var (elsewhere, window) = (new Elsewhere(), hall.Hall.Window("1")!);
        var head = Head(hall, TierPlans.Home, "land", 30);
        void Hear() => elsewhere.Hear(TierPlans.Helper, new(TierPlans.Home, [head]), false, hall.Now);
        Hear();
        Assert.Equal(head, elsewhere.Best(hall.Hall, window, hall.Now.AddSeconds(10)));
        Assert.Null(elsewhere.Best(hall.Hall, window, hall.Now.AddSeconds(10.001)));
        elsewhere.Forget(head);
        Assert.Null(elsewhere.Best(hall.Hall, window, hall.Now));
        Hear();
        Assert.NotNull(elsewhere.Best(hall.Hall, window, hall.Now));
        elsewhere.Hear(TierPlans.Helper, new(TierPlans.Home, []), false, hall.Now);
        Assert.Null(elsewhere.Best(hall.Hall, window, hall.Now));
    }

    internal static StarvingHead Head(HallScript hall, string home, string kin, int minutesAgo)
    {
        var came = hall.Now.AddMinutes(-minutesAgo);
        return new(home, kin, came, came, 7, OverflowCause.Nobody, 1);
    }

    private static StarvingHead? Best(HallScript hall, bool fromAbove)
    {
        var elsewhere = new Elsewhere();
        elsewhere.Hear(TierPlans.Helper, new("4505", [Head(hall, "4505", "land", 30)]), fromAbove, hall.Now);
        return elsewhere.Best(hall.Hall, hall.Hall.Window("1")!, hall.Now);
    }
}
