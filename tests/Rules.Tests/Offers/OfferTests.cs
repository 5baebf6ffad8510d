namespace Yihao.Rules.Tests.Offers;

/// <summary>Push: a window that is ready gets an offer at once, and answers it, or does not.</summary>
public class OfferTests
{
    [Fact]
    public void A_window_that_is_ready_gets_an_offer_at_once() => Hall().Play("""
        09:00 take => A001
        see A001 waiting
        open 1 li
        then offered 1123-A001 to 1 until 11-23 01:00:20: Earliest
        see A001 offered
        accept 1 => A001 Earliest
        take => A002
        see A002 waiting
        finish 1
        see 1 offers A002
        open 2 wang
        take => A003
        see 2 offers A003
        """);

    [Fact]
    public void An_offered_ticket_is_reserved_and_keeps_its_place() => Both().Play("""
        09:00 open 1 li
        take => A001
        take => A002
        see 1 offers A001
        see line A002
        open 2 wang
        see 2 offers A002
        call 2 A001 because x => ticket-not-waiting
        decline 1 because the printer is jammed
        see line A001
        decline 2 because the printer is jammed
        see line A001 A002
        """);

    [Fact]
    public void An_offer_that_is_declined_goes_to_the_next_window_and_is_counted() => Hall().Play("""
        09:00 open 1 li
        take => A001
        open 2 wang
        decline 1 => reason-missing
        decline 1 because the printer is jammed
        then offer of 1123-A001 to 1 ended: Declined 'the printer is jammed'
        see 2 offers A001
        see 1 declined 1 lapsed 0
        decline 1 because again => ticket-not-offered
        accept 2 => A001
        """);

    [Fact]
    public void An_offer_that_nobody_takes_goes_to_the_next_window_and_is_counted() => Hall().Play("""
        09:00 open 1 li
        take => A001
        open 2 wang
        09:00:19.999999 pass => nothing
        09:00:20 pass
        then offer of 1123-A001 to 1 ended: Lapsed ''
        then offered 1123-A001 to 2 until 11-23 01:00:40: Earliest
        see 1 declined 0 lapsed 1
        accept 1 => ticket-not-offered
        09:00:40 pass
        then offered 1123-A001 to 1 until 11-23 01:01:00: Earliest
        see 2 declined 0 lapsed 1
        +1 09:00 pass
        see 1 declined 0 lapsed 0
        """);

    [Fact]
    public void The_only_window_is_asked_again_after_as_long_as_an_offer_stands() => Hall().Play("""
        09:00 open 1 li
        take => A001
        decline 1 because busy
        see A001 waiting
        09:00:19 pass => nothing
        see A001 waiting
        09:00:20 pass => nothing
        see 1 offers A001
        """);

    [Fact]
    public void An_outage_does_not_let_an_offer_lapse() => Hall().Play("""
        09:00 open 1 li
        take => A001
        09:30 power-back
        09:30:19 pass => nothing
        see 1 offers A001
        09:30:20 pass
        see 1 declined 0 lapsed 1
        """);

    [Fact]
    public void The_least_flexible_window_is_asked_first() => new HallScript(Plans.Little.Push()).Play("""
        09:00 open 1 li
        09:01 open 2 chen
        09:02 take certs => A001
        see 2 offers A001
        take tax => B001
        see 1 offers B001
        """);

    [Fact]
    public void Among_equals_the_longest_idle_is_asked_first() => Hall().Play("""
        09:00 open 2 wang
        09:01 open 1 li
        09:02 take => A001
        see 2 offers A001
        accept 2
        09:03 take => A002
        see 1 offers A002
        accept 1
        finish 2
        09:04 finish 1
        take => A003
        see 2 offers A003
        """);

    [Fact]
    public void A_clerk_rests_between_two_tickets() => Hall().Play("""
        09:00 open 1 li
        rest 1 90
        take => A001
        take => A002
        accept 1 => A001
        09:05 finish 1
        see A002 waiting
        call 1 => pull-not-allowed
        09:06:29 pass => nothing
        see A002 waiting
        09:06:30 pass => nothing
        see 1 offers A002
        rest 1 0
        accept 1
        finish 1
        take => A003
        see 1 offers A003
        rest 1 100000
        then rest at 1 600 s
        """);

    [Fact]
    public void With_Call_next_allowed_the_clerk_may_end_the_rest() => Both().Play("""
        09:00 open 1 li
        rest 1 90
        take => A001
        take => A002
        call 1 => A001
        09:05 finish 1
        see A002 waiting
        call 1 => A002 Earliest
        take => A003
        call 1 finish => A003 Earliest
        """);

    [Fact]
    public void Where_tickets_are_offered_alone_nobody_calls_the_next() => Hall().Play("""
        09:00 open 1 li
        call 1 => pull-not-allowed
        take => A001
        take => A002
        call 1 => A001
        call 1 finish => none
        see A001 done
        see 1 offers A002
        """);

    [Fact]
    public void A_silent_window_gets_no_offer_and_loses_the_one_it_has() => Hall().Play("""
        09:00 open 1 li
        take => A001
        open 2 wang
        silent 1
        then offer of 1123-A001 to 1 ended: Withdrawn ''
        see 2 offers A001
        take => A002
        see A002 waiting
        heard 1
        see 1 offers A002
        see 1 declined 0 lapsed 0
        """);

    [Theory]
    [InlineData("pause 1 because tea")]
    [InlineData("close 1")]
    [InlineData("lose 1")]
    [InlineData("silent 1")]
    public void A_window_that_is_not_ready_any_more_loses_its_offer_to_the_next(string goes) => Hall()
        .Play("09:00 open 1 li\ntake => A001\nopen 2 wang\nsee 1 offers A001\n" + goes)
        .Play("then offer of 1123-A001 to 1 ended: Withdrawn ''\nsee 2 offers A001\nsee 1 declined 0 lapsed 0");

    [Fact]
    public void A_first_clerk_who_is_back_gets_the_deputys_offer() => new HallScript(Plans.Little.Push()).Play("""
        09:00 open 1 wang
        take => A001
        see 1 offers A001
        open 1 li
        then offer of 1123-A001 to 1 ended: Withdrawn ''
        see 1 clerk li
        see 1 offers A001
        """);

    [Fact]
    public void A_citizen_who_gives_up_an_offered_number_makes_room_for_the_next() => Hall().Play("""
        09:00 open 1 li
        take => A001
        take => A002
        cancel A001
        see 1 offers A002
        see 1 declined 0 lapsed 0
        """);

    [Fact]
    public void At_the_end_of_the_day_an_offered_number_ends_like_a_waiting_one() => Hall().Play("""
        09:00 open 1 li
        take => A001
        +1 00:00 pass
        then expired 1123-A001
        see 1 offers nothing
        see gone A001
        +1 08:00 take => A001
        see 1 offers A001
        """);

    [Fact]
    public void A_call_by_hand_gives_the_offer_back() => Both().Play("""
        09:00 open 1 li
        take => A001
        take => A002
        call 1 A002 because urgent => A002 ByHand
        then offer of 1123-A001 to 1 ended: Withdrawn ''
        see line A001
        """);

    [Fact]
    public void A_ticket_that_was_sent_to_a_window_is_offered_there() => new HallScript(Plans.Little.Push()).Play("""
        09:00 open 1 li
        open 2 wang
        take certs => A001
        take certs => A002
        take certs => A003
        accept 1 => A001
        accept 2 => A002
        transfer 1 window 2 because x
        see A001 sent 2
        see 1 offers A003
        finish 2
        see 2 offers A001
        decline 2 because busy
        see A001 sent 2
        """);

    private static HallScript Hall() => new(Plans.OneMatter.Push());

    private static HallScript Both() => new(Plans.OneMatter.With(s => s with { Mode = DispatchMode.PushAndPull }));
}
