namespace Yihao.Rules.Tests.Tiers;

/// <summary>A citizen goes to another hall with the same number.</summary>
public class MoveTests
{
    [Fact]
    public void Number_arrival_and_head_start_go_with_the_citizen()
    {
        var halls = Halls().AtHome("09:00 take land priority elder => F001\n09:30 open 1 li");
        halls.AtOther("09:29 take land => F001\n08:31 take land priority elder => F002");
        halls.AtHome("09:30 send 1 F001 to 450521 because far from home").Write().DeliverAll();
        halls.AtHome("see line");
        Assert.Equal(new TicketPhase.Moved(TierPlans.Helper), halls.Home.Ticket("F001").Phase);
        halls.AtHome("cancel F001 => ticket-already-finished");
        var guest = halls.Helper.Hall.Tickets.Single(t => t.Key.Home == TierPlans.Home);
        var own = halls.Home.Ticket("F001");
        Assert.Equal(
            (own.Key.Shown, own.Arrival, own.HeadStart, own.Place.EffectiveAt, own.Reason, own.Class),
            (guest.Key.Shown, guest.Arrival, guest.HeadStart, guest.Place.EffectiveAt, guest.Reason, guest.Class));
        Assert.Equal("450521101-20261123-F001", guest.Key.IdIn(TierPlans.Helper));
        Assert.Equal(
            ["F001 of 450521101", "F002", "F001"],
            halls.Helper.Hall.Lines.InOrder().Select(t => Trace.Key(t.Key)["1123-".Length..]));
        halls.AtOther("open 3 gu\ncall 3 => F001 Earliest\nstart 3\nfinish 3\ncall 3 => F002");
    }

    [Fact]
    public void The_next_step_of_a_visit_may_be_in_another_hall()
    {
        var halls = Halls().AtHome("09:00 take certs => A001\nopen 1 li\ncall 1\nstart 1");
        halls.AtHome("send 1 to 450521 because the map is there\nsee 1 holds nothing");
        Assert.Equal(1, halls.Home.Ticket("A001").StepsDone);
        halls.Settle().AtOther("see A001 waiting\nsee line A001");
    }

    [Fact]
    public void A_ticket_that_the_other_hall_refuses_is_back_at_its_old_place()
    {
        var halls = Halls().AtHome("09:00 take land => F001\ntake land => F002\nopen 1 li");
        halls.AtOther("shut").AtHome("send 1 F001 to 450521 because x\nsee F001 elsewhere\nsee line F002");
        halls.AtHome("cancel F001 => ticket-not-waiting\nreturn F001 => ticket-not-gone").Settle();
        halls.AtHome("see F001 waiting\nsee line F001 F002");
        Assert.Empty(halls.Helper.Hall.Tickets);
        Assert.Equal(Refusal.HallClosed, Assert.Single(halls.Home.Happened.OfType<MoveFailed>()).Why);
    }

    [Fact]
    public void A_letter_that_is_lost_or_comes_twice_or_late_moves_one_ticket()
    {
        var halls = Halls().AtHome("09:00 take land => F001\nopen 1 li\nsend 1 F001 to 450521 because x").Write();
        halls.Mail.Clear();
        halls.AtHome("see F001 elsewhere").Write();
        var letter = Assert.Single(halls.Mail);
        halls.Deliver(letter, keep: true).Deliver(letter, keep: true);
        halls.AtOther("see line F001\nopen 3 gu\ncall 3\nfinish 3");
        halls.Deliver(letter).AtOther("see line").Settle();
        Assert.IsType<TicketPhase.Moved>(halls.Home.Ticket("F001").Phase);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_ticket_may_come_home_again_even_before_home_has_heard_that_it_had_gone(bool heard)
    {
        var halls = Halls().AtHome("09:00 take land => F001\n09:01 take land => F002\nopen 1 li\nopen 2 wu");
        halls.AtHome("send 1 F001 to 450521 because x").Write();
        halls.Deliver(halls.Mail[0]);
        var late = Assert.Single(halls.Mail);
        if (heard)
            halls.Deliver(late, keep: true);
        halls.AtOther("open 3 gu\nsend 3 F001 to 450521101 because wrong");
        halls.Mail.Clear();
        halls.Write().DeliverAll().AtHome("see line F001 F002");
        halls.Mail.Add(late);
        halls.Deliver(late).Settle().AtHome("see line F001 F002\ncall 1 => F001");
        Assert.Empty(halls.Home.Hall.Moving);
        Assert.Empty(halls.Helper.Hall.Moving);
    }

    [Fact]
    public void A_ticket_that_has_moved_may_be_lent_to_the_hall_it_came_from()
    {
        var halls = Halls(TierPlans.County with { Booths = 1 }).AtHome("09:00 take land => F001\nopen 1 li");
        halls.AtHome("send 1 F001 to 450521 because x").Settle().AtOther("pass\nsee overflow land:Nobody");
        var (county, township) = (halls.Helper, halls.Home);
        township.Do(new AskLoan("1", TierPlans.Helper, "L9", false));
        county.Do(new LendTicket("L9", TierPlans.Home, "1", "li", null));
        Assert.IsType<Decision.Accept>(township.Do(new TakeLoan("1", LentTicket.Of(county.Hall, "L9")!, false)));
        township.Play("see 1 holds F001\nfinish 1");
        county.Do(new HearOfLoan("L9", township.Hall.Loan("L9")!.Status));
        county.Play("see F001 done\nsee R1 closed");
    }

    [Fact]
    public void Either_hall_may_restart_at_any_step()
    {
        for (var at = 0; at < 5; at++)
        {
            foreach (var other in (bool[])[true, false])
            {
                var (halls, step) = (Halls(), 0);
                void Next(Action act)
                {
                    act();
                    if (step++ == at)
                        _ = other ? halls.RestartOther() : halls.RestartHome();
                }

                Next(() => halls.AtHome("09:00 take land => F001\nopen 1 li\nsend 1 F001 to 450521 because x"));
                Next(() => halls.Write());
                Next(() => halls.Deliver(halls.Mail[0]));
                Next(() => halls.DeliverAll());
                Next(() => halls.Settle());
                halls.AtOther("see line F001");
                Assert.Empty(halls.Home.Hall.Moving);
            }
        }
    }

    private static TwoHalls Halls(HallPlan? county = null) => new(helper: county);
}
