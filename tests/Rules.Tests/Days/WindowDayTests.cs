namespace Yihao.Rules.Tests.Days;

/// <summary>Clerks come, pause, go and are lost while people wait.</summary>
public class WindowDayTests
{
    [Fact]
    public void A_window_that_closes_sends_its_tickets_back_to_the_common_lines() => SentToOne().Play("""
        close 1
        see A001 sent nowhere
        see A002 ahead 1
        call 2 finish => A001 Earliest
        call 2 finish => A002 Earliest
        """);

    [Fact]
    public void A_window_left_without_a_word_sends_its_tickets_back_too() => SentToOne().Play("""
        lose 1
        see A001 sent nowhere
        call 2 => A001
        """);

    [Fact]
    public void A_clerk_on_a_break_without_a_deputy_keeps_the_tickets_sent_there() => SentToOne().Play("""
        take certs => A003
        transfer 1 A003 window 2 because x
        pause 2 because lunch
        see A003 sent 2
        call 1 => A001
        call 1 finish => A002
        call 1 finish => none
        resume 2
        call 2 => A003 SentHere
        """);

    [Fact]
    public void With_a_deputy_there_they_go_to_whoever_is_free() => SentToOne().Play("""
        pause 1 because lunch
        see 1 covered 2
        see A001 sent nowhere
        call 2 => A001 Earliest
        """);

    [Fact]
    public void A_ticket_held_while_its_window_closes_comes_back_to_the_common_lines() => SentToOne().Play("""
        hold 2 A001
        close 1
        return A001
        see A001 sent nowhere
        call 2 => A001
        """);

    [Fact]
    public void A_ticket_held_while_its_window_changes_hands_goes_to_somebody_with_the_skill() =>
        new HallScript(Plans.Little).Play("""
            09:00 take tax => B001
            open 1 li
            open 2 wang
            transfer 2 B001 window 1 because x
            hold 2 B001
            close 1
            open 1 chen
            return B001
            see B001 sent nowhere
            call 2 => B001
            """);

    [Fact]
    public void A_ticket_sent_to_a_clerk_who_loses_the_skill_by_a_new_plan_goes_to_the_others()
    {
        var script = new HallScript(Plans.Little).Play("""
            09:00 take tax => B001
            open 1 li
            open 2 wang
            transfer 2 B001 window 1 because x
            see B001 sent 1
            """);
        script.Do(new PlanHall(Plans.Little with { Clerks = [new("li", ["certs"]), .. Plans.Little.Clerks.Skip(1)] }));
        script.Play("see B001 sent nowhere\ncall 1 => nobody\ncall 2 => B001");
    }

    [Fact]
    public void Finish_and_call_are_one_step()
    {
        var script = new HallScript(Plans.OneMatter).Play("09:00 take\ntake\nopen 1 li\ncall 1 => A001");
        var decision = Assert.IsType<Decision.Accept>(script.Do(new CallNext("1", true)));
        Assert.Equal(["started", "finished", "called"], decision.Events.Select(e => e.Kind));
        script.Play("see A001 done\nsee 1 holds A002");
    }

    [Fact]
    public void Finish_and_call_with_nobody_waiting_finishes() =>
        new HallScript(Plans.OneMatter).Play("09:00 take\nopen 1 li\ncall 1\ncall 1 finish => none\nsee A001 done");

    [Fact]
    public void A_pause_begins_after_the_ticket_in_hand_and_nobody_is_called_into_it() =>
        new HallScript(Plans.OneMatter).Play("""
            09:00 take => A001
            take => A002
            open 1 li
            call 1 => A001
            pause 1 because lunch
            see 1 open
            see 1 wants-pause
            start 1
            call 1 finish => none
            see A001 done
            see 1 paused
            see A002 waiting
            call 1 => window-paused
            resume 1
            call 1 => A002
            """);

    [Fact]
    public void A_pause_that_was_wished_for_also_begins_after_a_no_show_a_release_a_hold_and_a_transfer()
    {
        string[] ends =
        [
            "recall 1\n09:01 recall 1\n09:02 miss 1", "release 1", "hold 1", "transfer 1 matter tax because x",
            "finish 1",
        ];
        foreach (var end in ends)
        {
            new HallScript(Plans.Little)
                .Play("09:00 take\nopen 1 li\ncall 1\npause 1 because lunch\n09:00:30 pass => nothing")
                .Play(end)
                .Play("see 1 paused\nsee 1 holds nothing");
        }
    }

    [Fact]
    public void A_wish_for_a_pause_can_be_taken_back() => new HallScript(Plans.OneMatter).Play("""
        09:00 take => A001
        take => A002
        open 1 li
        call 1
        pause 1 because lunch
        resume 1
        call 1 finish => A002
        """);

    [Fact]
    public void At_an_unattended_window_without_a_deputy_a_called_ticket_goes_back() =>
        new HallScript(Plans.OneMatter).Play("""
            09:00 take => A001
            take => A002
            open 1 li
            open 2 zhao
            call 1 => A001
            lose 1
            see 1 unattended
            see A001 waiting
            see line A001 A002
            call 2 => A001
            """);

    [Fact]
    public void At_an_unattended_window_a_ticket_being_served_stays_until_the_clerk_is_back() =>
        new HallScript(Plans.OneMatter).Play("""
            09:00 take => A001
            take => A002
            open 1 li
            call 1
            start 1
            lose 1
            see A001 serving
            see 1 holds A001
            09:10 call 1 finish => A002
            see 1 open
            see A001 done
            """);

    [Fact]
    public void Whatever_the_clerk_does_the_window_is_attended_again()
    {
        string[] acts = ["call 1 => ok", "resume 1", "hold 1 A001", "transfer 1 A001 because x", "open 1 li"];
        foreach (var act in acts)
        {
            new HallScript(Plans.OneMatter)
                .Play("09:00 open 1 li\nlose 1\nsee 1 unattended\ntake")
                .Play(act)
                .Play("see 1 open");
        }
    }

    [Fact]
    public void A_clerk_who_calls_when_nobody_waits_is_there_again() =>
        new HallScript(Plans.OneMatter).Play("09:00 open 1 li\nlose 1\ncall 1 => none\nsee 1 open\ncall 1 => nobody");

    [Fact]
    public void A_deputy_takes_an_unattended_window_with_the_citizen_at_it() => new HallScript(Plans.OneMatter).Play("""
        09:00 take => A001
        open 1 li
        call 1
        start 1
        lose 1
        open 1 wang
        see 1 holds A001
        finish 1
        see A001 done
        """);

    [Fact]
    public void A_window_with_a_citizen_at_it_cannot_be_closed() =>
        new HallScript(Plans.OneMatter)
            .Play("09:00 take\nopen 1 li\ncall 1")
            .Play("close 1 => window-busy\nfinish 1\nclose 1");

    [Fact]
    public void Held_twice_and_a_third_time_refused() => new HallScript(Plans.OneMatter).Play("""
        09:00 take => A001
        take => A002
        open 1 li
        call 1 => A001
        hold 1
        see A001 held
        call 1 => A002
        09:14:59 pass
        see A001 held
        09:15 pass
        see A001 waiting
        see A001 ahead 0
        call 1 finish => A001
        hold 1
        return A001
        call 1 => A001
        hold 1 => hold-limit
        """);

    private static HallScript SentToOne() => new HallScript(Plans.Little).Play("""
        09:00 take certs => A001
        take certs => A002
        open 1 li
        open 2 wang
        transfer 2 A001 window 1 because x
        transfer 2 A002 window 1 because x
        see A001 sent 1
        """);
}
