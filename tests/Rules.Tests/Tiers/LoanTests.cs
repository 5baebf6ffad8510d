namespace Yihao.Rules.Tests.Tiers;

/// <summary>A citizen of the township is served by camera from the county, whatever becomes of the letters.</summary>
public class LoanTests
{
    public static TheoryData<string, string, string, string> Ends => new()
    {
        { "finished", "start 1\n09:05 finish 1", "done", "finished" },
        { "finished from the call", "09:05 finish 1", "done", "finished" },
        { "no-show", "09:02 recall 1\n09:03 recall 1\n09:04 miss 1", "noshow", "noShow" },
        { "released", "release 1", "waiting", "released" },
        { "the clerk is lost", "lose 1", "waiting", "released" },
        { "the clerk is lost while serving", "start 1\nlose 1\ntake-away F001 because ill", "waiting", "released" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void A_loan_ends_at_home_as_it_ended_at_the_helper(string name, string helper, string state, string kind)
    {
        Assert.NotEmpty(name);
        var halls = Lent().AtOther(helper).Settle().AtHome($"see F001 {state}\nsee R1 closed\nsee R1 holds nothing");
        Assert.Contains(halls.Home.Happened, e => e.Kind == kind && e.AtWindow == "R1");
        Assert.Equal("boothFreed", halls.Home.Happened.Last(e => e.Kind != "overflow").Kind);
        Assert.Empty(halls.Helper.Hall.Loans);
        Assert.Null(halls.Helper.Hall.Window("1")!.InHand);
        Assert.DoesNotContain(halls.Helper.Hall.Tickets, t => !t.Phase.IsFinished);
    }

    [Theory]
    [InlineData("decline 1 because no time", 1, 0)]
    [InlineData("09:01:20 pass", 0, 1)]
    public void A_loan_that_is_offered_and_not_taken_goes_back(string answer, int declined, int lapsed)
    {
        var halls = Starving(helper: TierPlans.County.Push());
        halls.AtOther("09:01 open 1 ma").Tick().Borrow("1");
        halls.AtOther("see 1 offers F001").AtHome("see F001 called\nsee R1 holds F001");
        halls.AtOther(answer).Settle().AtHome("see F001 waiting\nsee R1 closed");
        halls.AtOther($"see 1 declined {declined} lapsed {lapsed}\nsee 1 offers nothing");
        Assert.Empty(halls.Helper.Hall.Loans);
    }

    [Fact]
    public void An_offered_loan_that_is_accepted_is_called_by_then_at_home()
    {
        var halls = Starving(helper: TierPlans.County.Push()).AtOther("09:01 open 1 ma").Tick();
        halls.Borrow("1");
        halls.AtOther("accept 1 => F001 Remote\nstart 1").Settle().AtHome("see F001 serving");
    }

    [Fact]
    public void An_offered_loan_at_the_end_of_the_day_goes_home()
    {
        var halls = Starving(helper: TierPlans.County.Push());
        halls.AtOther("23:59:50 open 1 ma").AtHome("take land => F002").Tick().Borrow("1");
        halls.AtOther("see 1 offers F001\n+1 00:00 pass\nsee 1 offers nothing").Settle();
        Assert.Empty(halls.Helper.Hall.Loans);
        halls.AtHome("see R1 closed");
    }

    [Fact]
    public void Home_hears_the_start_a_second_call_and_every_repeat_changes_nothing()
    {
        var halls = Lent().AtOther("09:01:20 recall 1").Write();
        var news = Assert.Single(halls.Mail);
        halls.Deliver(news, keep: true);
        Assert.Equal(2, ((TicketPhase.Called)halls.Home.Ticket("F001").Phase).Calls);
        var seq = halls.Home.Hall.Seq;
        halls.AtOther("start 1").Write().DeliverAll();
        halls.AtHome("see F001 serving");
        Assert.Equal(seq + 1, halls.Home.Hall.Seq);
        halls.Settle();
        Assert.Equal(seq + 1, halls.Home.Hall.Seq);
    }

    [Fact]
    public void A_loan_given_up_before_it_was_lent_is_not_lent_late()
    {
        var halls = Starving().AtOther("09:01 open 1 ma").Tick();
        var loan = halls.Ask("1")!;
        var late = Assert.Single(halls.Mail);
        halls.Mail.Clear();
        halls.GiveUp(loan).Settle();
        Assert.Empty(halls.Helper.Hall.Loans);
        halls.Mail.Add(late);
        halls.Deliver(late).AtHome("see F001 waiting\nsee R1 closed").DeliverAll();
        halls.AtHome($"lend {loan} ma => loan-over");
        halls.AtOther("see 1 holds nothing\ncall 1 => nobody");
    }

    [Fact]
    public void A_loan_whose_answer_is_lost_goes_back_to_its_old_place()
    {
        var halls = Starving().AtHome("take land => F002").AtOther("09:01 open 1 ma").Tick();
        var loan = halls.Ask("1")!;
        halls.Deliver(halls.Mail[0]).AtHome("see R1 holds F001");
        var answer = Assert.Single(halls.Mail);
        halls.Mail.Clear();
        halls.GiveUp(loan).Settle().AtHome("see R1 closed\nsee line F001 F002");
        halls.Mail.Add(answer);
        halls.Deliver(answer).AtOther("see 1 holds nothing");
    }

    [Fact]
    public void A_request_that_comes_twice_lends_one_ticket()
    {
        var halls = Starving(TierPlans.Township with { Booths = 2 }).AtHome("take land => F002")
            .AtOther("09:01 open 1 ma").Tick();
        halls.Ask("1");
        halls.Deliver(halls.Mail[0], keep: true).Deliver(halls.Mail[0]);
        halls.AtHome("see R1 holds F001\nsee R2 holds nothing\nsee line F002").DeliverAll();
        halls.AtOther("see 1 holds F001");
    }

    [Fact]
    public void A_clerk_who_calls_meanwhile_does_not_wait_for_the_answer()
    {
        var halls = Starving().AtOther("09:01 open 1 ma").Tick();
        halls.Ask("1");
        halls.AtOther("take => A001\ncall 1 => A001\nthen loan L1 withdrawn").DeliverAll();
        halls.AtOther("see 1 holds A001").Settle().AtHome("see F001 waiting\nsee R1 closed");
    }

    [Fact]
    public void A_clerk_who_calls_by_hand_meanwhile_keeps_that_ticket()
    {
        var halls = Starving().AtOther("09:01 open 1 ma\ntake => A001\ncall 1\ntake => A002").Tick();
        halls.Ask("1", finish: true);
        halls.AtOther("finish 1\ncall 1 A002 because urgent => A002").DeliverAll();
        halls.AtOther("see 1 holds A002\nsee A002 called").Settle().AtHome("see F001 waiting");
    }

    [Fact]
    public void A_helper_who_finishes_and_helps_does_both_in_one_step()
    {
        var halls = Starving().AtOther("09:01 open 1 ma\ntake => A001\ncall 1").Tick();
        halls.Borrow("1", finish: true);
        halls.AtOther("see A001 done\nsee 1 holds F001");
    }

    [Theory]
    [InlineData("pause 1 because tea")]
    [InlineData("close 1")]
    public void A_window_that_is_not_ready_any_more_gives_the_loan_back(string goes)
    {
        var halls = Starving().AtOther("09:01 open 1 ma").Tick();
        halls.Ask("1");
        halls.Deliver(halls.Mail[0]).AtHome("see R1 holds F001").AtOther(goes).DeliverAll().Settle();
        halls.AtHome("see F001 waiting\nsee R1 closed");
        Assert.Empty(halls.Helper.Hall.Loans);
    }

    [Fact]
    public void Home_takes_back_what_the_helper_does_not_answer_for()
    {
        var halls = Lent().AtOther("start 1\npause 1 because tea").AtHome("take-away F001 because no picture");
        halls.AtHome("see F001 waiting\nsee R1 closed").AtOther("see 1 holds F001").Settle();
        halls.AtOther("see 1 holds nothing\nsee 1 paused");
        Assert.Empty(halls.Helper.Hall.Loans);
        Assert.Contains(
            halls.Helper.Happened.OfType<TicketReleased>(), r => r is { Cause: ReleaseCause.TakenAway, Window: "1" });
    }

    [Fact]
    public void Home_takes_back_what_is_only_offered()
    {
        var halls = Starving(helper: TierPlans.County.Push()).AtOther("09:01 open 1 ma").Tick();
        halls.Borrow("1");
        halls.AtHome("take-away F001 because wrong").Settle();
        halls.AtOther("see 1 offers nothing\nsee 1 declined 0 lapsed 0");
    }

    [Fact]
    public void What_home_took_back_is_not_ended_by_late_news()
    {
        var halls = Lent().AtOther("finish 1").Write();
        halls.AtHome("take-away F001 because no picture").DeliverAll().AtHome("see F001 waiting").Settle();
        Assert.Empty(halls.Helper.Hall.Loans);
    }

    [Theory]
    [InlineData("")]
    [InlineData("start 1")]
    public void What_home_lends_again_before_the_helper_has_heard_is_at_one_window(string served)
    {
        var halls = Lent().AtOther(served).AtHome("take-away F001 because no picture").AtOther("open 3 gu").Tick();
        halls.Borrow("3");
        halls.AtOther("see 1 holds nothing\nsee 3 holds F001\nsee F001 called").Settle();
        halls.AtOther("finish 3").Settle().AtHome("see F001 done\nsee R1 closed");
        Assert.Empty(halls.Helper.Hall.Loans);
    }

    [Fact]
    public void What_home_moves_to_the_helper_it_had_lent_it_to_stands_in_line_there()
    {
        var halls = Lent().AtHome("take-away F001 because no picture\nopen 1 li\nsend 1 F001 to 450521 because x");
        halls.Settle().AtOther("see 1 holds nothing\nsee line F001\ncall 1 => F001");
        Assert.Empty(halls.Helper.Hall.Loans);
    }

    [Fact]
    public void Without_a_free_booth_nothing_is_lent_and_nothing_reported()
    {
        var halls = Lent().AtHome("take land => F002").AtOther("open 3 gu").Tick();
        Assert.Empty(HallReport.Own(halls.Home.Hall));
        Assert.Null(halls.Ask("3"));
        halls.AtHome("lend X1 gu => booths-taken");
        halls.AtOther("finish 1").Settle().Tick();
        Assert.NotNull(halls.Borrow("3"));
        halls.AtHome("see R1 holds F002");
    }

    [Fact]
    public void A_clerk_is_lent_what_can_be_served_by_camera()
    {
        var halls = Starving().AtHome("take certs => A001").AtOther("09:01 open 2 he").Tick();
        halls.Borrow("2");
        halls.AtHome("see R1 holds A001").AtOther("see 2 holds A001");
    }

    [Fact]
    public void K_then_1_and_the_cap_hold_at_the_booth()
    {
        var halls = new TwoHalls(helper: TierPlans.County).AtHome("""
            09:00 take land => F001
            09:01 take land priority elder => F002
            take land priority elder => F003
            take land priority elder => F004
            take land priority elder => F005
            """).AtOther("09:02 open 1 ma").Tick();
        string[] order = ["F002", "F003", "F004", "F001", "F005"];
        foreach (var number in order)
        {
            halls.Borrow("1");
            halls.AtOther($"see 1 holds {number}\nfinish 1").Settle().Tick();
        }

        halls.AtHome("10:00 take land => F006\n10:50 take land priority elder => F007\n11:01 pass").Tick().Borrow("1");
        halls.AtHome("see R1 holds F006");
    }

    [Fact]
    public void Either_hall_may_restart_at_any_step()
    {
        for (var at = 0; at < 12; at++)
        {
            foreach (var helper in (bool[])[true, false])
                PlayWithARestart(at, helper);
        }
    }

    private static void PlayWithARestart(int at, bool helper)
    {
        var halls = Starving().AtOther("09:01 open 1 ma");
        var step = 0;
        void Next(Action act)
        {
            if (step++ == at)
                _ = helper ? halls.RestartOther() : halls.RestartHome();
            act();
        }

        Next(() => halls.Tick());
        Next(() => halls.Ask("1"));
        for (var i = 0; i < 4; i++)
            Next(() => halls.Mail.Take(1).ToList().ForEach(letter => halls.Deliver(letter)));
        var helps = halls.Helper.Hall.Window("1")!.InHand is not null;
        Next(() => halls.AtOther(helps ? "start 1" : "pass => nothing"));
        Next(() => halls.Settle());
        Next(() => halls.AtOther(helps ? "finish 1" : "pass => nothing"));
        Next(() => halls.Write());
        Next(() => halls.DeliverAll());
        Next(() => halls.Settle());
        halls.AtHome($"see R1 closed\nsee F001 {(helps ? "done" : "waiting")}");
        Assert.Empty(halls.Helper.Hall.Loans);
    }

    /// <summary>F001 waits in the township, and nobody is there for it.</summary>
    private static TwoHalls Starving(HallPlan? home = null, HallPlan? helper = null) =>
        new TwoHalls(home, helper).AtHome("09:00 take land => F001\npass");

    /// <summary>F001 is called to booth R1 by ma, who sits at window 1 of the county.</summary>
    private static TwoHalls Lent()
    {
        var halls = Starving().AtOther("09:01 open 1 ma").Tick();
        halls.Borrow("1");
        return halls.AtHome("see F001 called\nsee R1 holds F001\nsee R1 clerk ma").AtOther("see 1 holds F001");
    }
}
