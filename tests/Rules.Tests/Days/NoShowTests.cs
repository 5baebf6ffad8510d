namespace Yihao.Rules.Tests.Days;

/// <summary>Somebody was called and did not come.</summary>
public class NoShowTests
{
    [Fact]
    public void Back_within_five_minutes_the_same_window_takes_the_ticket_at_once() => Missed().Play("""
        09:08 return A001
        see A001 sent 1
        see A001 ahead 0
        call 2 => A002
        call 1 => A001 SentHere
        """);

    [Fact]
    public void Back_after_exactly_five_minutes_is_still_within_them() => Missed().Play("""
        09:08:00 return A001
        see A001 sent 1
        """);

    [Fact]
    public void Back_later_the_ticket_stands_behind_the_next_three_of_its_class() => Missed().Play("""
        09:08:01 return A001
        see A001 sent nowhere
        see line A002 A003 A004 A001 A005 A006
        see A001 ahead 3
        call 1 finish => A002
        call 1 finish => A003
        call 1 finish => A004
        call 1 finish => A001
        call 1 finish => A005
        """);

    [Fact]
    public void Back_later_with_a_head_start_it_stands_behind_three_others() => new HallScript(Plans.OneMatter).Play("""
        09:00 open 1 li
        take priority elder => A001
        call 1 => A001
        09:01 recall 1
        09:02 recall 1
        miss 1
        09:30 take => A002
        09:31 take priority elder => A003
        09:32 take priority elder => A004
        09:33 take priority elder => A005
        09:34 take priority elder => A006
        09:40 return A001
        see line A003 A004 A005 A001 A006 A002
        """);

    [Fact]
    public void Back_later_when_fewer_than_three_wait_it_stands_behind_the_last() => Missed().Play("""
        09:10 cancel A003
        cancel A004
        cancel A005
        return A001
        see line A002 A006 A001
        09:11 take => A007
        see line A002 A006 A001 A007
        """);

    [Fact]
    public void Back_later_when_nobody_waits_it_stands_at_its_old_place() => Missed().Play("""
        09:10 cancel A002
        cancel A003
        cancel A004
        cancel A005
        cancel A006
        return A001
        see A001 ahead 0
        call 1 => A001
        """);

    [Fact]
    public void A_third_time_a_new_number_is_needed() => Missed().Play("""
        09:04 return A001
        call 1 => A001
        09:05 recall 1
        09:06 recall 1
        miss 1
        09:20 return A001
        09:21 finish 1 => ticket-not-called
        call 1 A001 because back again => A001
        09:22 recall 1
        09:23 recall 1
        miss 1
        09:24 return A001 => return-limit
        see A001 noshow
        09:25 take => A007
        +1 00:00 pass
        see gone A001
        """);

    [Fact]
    public void Back_at_once_when_the_clerk_is_on_a_break_anybody_may_call_it() => Missed().Play("""
        09:03:10 pause 1 because lunch
        09:04 return A001
        see A001 sent nowhere
        see A001 ahead 0
        call 2 => A001 Earliest
        """);

    [Fact]
    public void Back_at_once_when_another_clerk_without_the_skill_sits_there_it_goes_to_those_who_have_it() =>
        new HallScript(Plans.Little).Play("""
            09:00 take tax => B001
            open 1 li
            call 1 => B001
            09:01 recall 1
            09:02 recall 1
            miss 1
            close 1
            open 1 chen
            09:03 return B001
            see B001 sent nowhere
            call 1 => nobody
            open 2 wang
            call 2 => B001
            """);

    [Fact]
    public void An_inferred_start_does_not_stand_against_a_no_show() => new HallScript(Plans.OneMatter).Play("""
        09:00 open 1 li
        take => A001
        call 1 => A001
        09:00:10 recall 1
        09:00:20 recall 1
        09:01:05 pass
        see A001 inferred
        09:01:06 miss 1
        see A001 noshow
        see 1 holds nothing
        """);

    [Fact]
    public void A_no_show_neither_waits_nor_counts_as_ahead() => Missed().Play("see A002 ahead 0\nsee A006 ahead 4");

    /// <summary>A001 was called from window 1 at 09:00 and given up at 09:03; five others wait.</summary>
    private static HallScript Missed() => new HallScript(Plans.OneMatter).Play("""
        08:51 take => A001
        08:52 take => A002
        08:53 take => A003
        08:54 take => A004
        08:55 take => A005
        08:56 take => A006
        09:00 open 1 li
        open 2 wang
        call 1 => A001
        09:01 recall 1
        09:02 recall 1
        09:03 miss 1
        see A001 noshow
        """);
}
