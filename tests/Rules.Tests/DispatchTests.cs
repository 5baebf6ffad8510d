namespace Yihao.Rules.Tests;

/// <summary>Which ticket for this window: the order of domain.md §3.</summary>
public class DispatchTests
{
    [Fact]
    public void A_ticket_sent_to_the_window_comes_before_all_others() => new HallScript(Plans.Little).Play("""
        09:00 take certs => A001
        09:01 take certs => A002
        09:02 take certs priority elder => A003
        09:03 open 1 li
        open 2 wang
        transfer 2 A002 window 1 because first responsible
        call 1 => A002 SentHere
        call 2 => A003 Earliest
        """);

    [Fact]
    public void A_ticket_sent_to_one_window_is_called_by_no_other() => new HallScript(Plans.Little).Play("""
        09:00 take certs => A001
        open 1 li
        open 2 wang
        transfer 2 A001 window 1 because first responsible
        call 2 => nobody
        call 1 => A001 SentHere
        """);

    [Fact]
    public void Several_sent_to_one_window_come_by_their_effective_arrival() => new HallScript(Plans.Little).Play("""
        09:00 take certs => A001
        09:10 take certs => A002
        09:20 take certs priority elder => A003
        open 1 li
        transfer 1 A002 window 1 because x
        transfer 1 A001 window 1 because x
        transfer 1 A003 window 1 because x
        call 1 finish => A003 SentHere
        call 1 finish => A001 SentHere
        call 1 finish => A002 SentHere
        """);

    [Fact]
    public void The_earliest_effective_arrival_goes_first() => new HallScript(Plans.OneMatter).Play("""
        09:00 take => A001
        09:29:30 take appointment => A002
        09:31 take appointment => A003
        09:59 take priority pregnant => A004
        10:00 take priority elder => A005
        see line A004 A002 A001 A005 A003
        open 1 li
        call 1 finish => A004 Earliest
        call 1 finish => A002 Earliest
        call 1 finish => A001
        """);

    [Fact]
    public void Equal_effective_arrivals_go_by_arrival() => new HallScript(Plans.OneMatter).Play("""
        09:00 take => A001
        09:30 take appointment => A002
        10:00 take priority elder => A003
        see line A001 A002 A003
        """);

    [Fact]
    public void Equal_arrivals_go_by_number() => new HallScript(Plans.Little).Play("""
        09:00 take tax => B001
        take certs => A001
        take tax => B002
        take certs => A002
        see line A001 A002 B001 B002
        open 1 li
        call 1 finish => A001
        call 1 finish => A002
        call 1 finish => B001
        """);

    [Fact]
    public void After_three_with_a_head_start_one_without_goes_next() => new HallScript(Plans.OneMatter).Play($"""
        09:00 open 1 li
        {FivePriorities}
        call 1 finish => A002 Earliest
        call 1 finish => A003
        call 1 finish => A004
        call 1 finish => A001 OneWithout
        call 1 finish => A005 Earliest
        call 1 finish => A006
        """);

    [Fact]
    public void Sent_tickets_count_among_the_three() => new HallScript(Plans.Little).Play("""
        09:00 open 1 li
        take certs => A001
        take certs => A002
        take certs => A003
        take certs => A004
        take certs priority elder => A005
        take certs priority elder => A006
        transfer 1 A003 window 1 because x
        transfer 1 A004 window 1 because x
        call 1 finish => A003 SentHere
        call 1 finish => A004 SentHere
        call 1 finish => A005 Earliest
        call 1 finish => A001 OneWithout
        call 1 finish => A006 Earliest
        """);

    [Fact]
    public void When_nobody_without_a_head_start_waits_the_fourth_has_one() => new HallScript(Plans.OneMatter).Play("""
        09:00 open 1 li
        take priority elder => A001
        take priority elder => A002
        take priority elder => A003
        take priority elder => A004
        call 1 finish => A001
        call 1 finish => A002
        call 1 finish => A003
        call 1 finish => A004 Earliest
        take => A005
        take priority elder => A006
        call 1 finish => A005 OneWithout
        """);

    [Fact]
    public void Every_window_counts_its_own_three() => new HallScript(Plans.OneMatter).Play($"""
        09:00 open 1 li
        open 2 wang
        {FivePriorities}
        call 1 finish => A002
        call 2 finish => A003
        call 1 finish => A004
        call 1 finish => A005
        call 1 finish => A001 OneWithout
        """);

    [Fact]
    public void A_call_by_hand_neither_counts_nor_starts_the_count_again() => new HallScript(Plans.OneMatter).Play($"""
        09:00 open 1 li
        {FivePriorities}
        take => A007
        call 1 finish => A002
        call 1 finish => A003
        finish 1
        call 1 A007 because urgent => A007 ByHand
        call 1 finish => A004
        call 1 finish => A001 OneWithout
        """);

    [Fact]
    public void The_count_starts_again_each_day() => new HallScript(Plans.OneMatter).Play("""
        09:00 open 1 li
        take priority elder => A001
        take priority elder => A002
        take priority elder => A003
        call 1 finish => A001
        call 1 finish => A002
        call 1 finish => A003
        finish 1
        +1 09:00 take => A001
        take priority elder => A002
        call 1 => A002 Earliest
        """);

    [Fact]
    public void Over_the_cap_every_second_call_takes_the_oldest_arrival() => new HallScript(Plans.OneMatter).Play("""
        09:00 open 1 li
        take => A001
        09:01 take => A002
        09:59 take priority elder => A003
        take priority elder => A004
        take priority elder => A005
        10:00 pass
        then notice WindowIdle 1
        call 1 finish => A003 Earliest
        10:00:01 pass
        call 1 finish => A001 Oldest
        10:02 call 1 finish => A004 Earliest
        call 1 finish => A002 Oldest
        call 1 finish => A005 Earliest
        """);

    [Fact]
    public void The_alarm_is_raised_once_and_taken_back_once()
    {
        var script = new HallScript(Plans.OneMatter).Play("""
            09:00 open 1 li
            take => A001
            09:10 pass
            then notice WindowIdle 1
            10:00 pass => nothing
            10:00:00.000001 pass
            10:01 pass => nothing
            call 1 => A001 Oldest
            pass
            pass => nothing
            """);
        Assert.Equal(
            [(NoticeKind.WaitOverCap, script.KeyOf("A001")), (NoticeKind.WaitUnderCap, null)],
            script.Happened.OfType<NoticeGiven>().Skip(1).Select(n => (n.Notice, n.Ticket)));
    }

    [Fact]
    public void The_cap_sees_the_oldest_sent_here_behind_a_head_start() => new HallScript(Plans.Little).Play("""
        09:00 open 1 li
        take certs => A001
        09:01 take certs => A002
        09:50 take certs priority elder => A003
        transfer 1 A001 window 1 because x
        transfer 1 A003 window 1 because x
        10:00:30 pass
        call 1 finish => A001 Oldest
        call 1 finish => A003 SentHere
        """);

    [Fact]
    public void A_late_return_counts_from_its_new_place_for_the_cap() => new HallScript(Plans.OneMatter).Play("""
        09:00 open 1 li
        take => A001
        call 1 => A001
        09:01 recall 1
        09:02 recall 1
        09:02 miss 1
        09:30 take => A002
        09:31 return A001
        see line A002 A001
        10:20 call 1 finish => A002 Earliest
        """);

    [Fact]
    public void A_window_calls_only_what_it_serves_by_its_kind() => new HallScript(Plans.Little).Play("""
        09:00 take land => F001
        take tax => B001
        open 1 li
        open 3 zhao
        call 1 => B001
        call 3 => F001
        """);

    [Fact]
    public void A_deputy_calls_only_what_the_deputy_has_the_skill_for() => new HallScript(Plans.Little).Play("""
        09:00 take tax => B001
        09:01 take certs => A001
        open 1 chen
        open 2 wang
        call 1 => A001
        finish 1
        call 1 => nobody
        call 2 => B001
        """);

    [Fact]
    public void Within_a_class_and_a_matter_the_first_come_is_the_first_called()
    {
        var script = new HallScript(Plans.OneMatter).Play("09:00 open 1 li\nopen 2 wang");
        for (var i = 0; i < 60; i++)
            script.Play(i % 4 == 0 ? "take priority elder" : "take").At($"09:{i:00}:30");
        for (var i = 0; i < 60; i++)
            script.Play($"call {i % 2 + 1} finish");
        var called = script.Happened.OfType<TicketCalled>().Select(c => script.Hall.Ticket(c.Ticket)!);
        foreach (var ofClass in called.GroupBy(t => t.Class))
            Assert.Equal(ofClass.Select(t => t.Key).Order(), ofClass.Select(t => t.Key));
    }

    [Fact]
    public void Matters_for_the_same_windows_and_clerks_stand_in_one_group()
    {
        var groups = new MatterGroups(Plans.Little);
        Assert.Equal(groups.GroupOf(MatterPlan.None), groups.GroupOf("tax"));
        Assert.NotEqual(groups.GroupOf("certs"), groups.GroupOf("tax"));
        Assert.NotEqual(groups.GroupOf("certs"), groups.GroupOf("land"));
        Assert.Equal(groups.GroupOf(MatterPlan.None), groups.GroupOf("no longer known"));
        Assert.Equal(4, groups.Count);
    }

    [Fact]
    public void A_matter_group_without_a_skill_apart_is_one_for_all()
    {
        var plan = Plans.Little with { Clerks = [new("li", null)], Windows = [Plans.Little.Windows[0]] };
        var groups = new MatterGroups(plan);
        Assert.Equal(groups.GroupOf("certs"), groups.GroupOf("tax"));
        Assert.Equal(2, groups.Count);
    }

    private const string FivePriorities = """
        take => A001
                take priority elder => A002
                take priority elder => A003
                take priority elder => A004
                take priority elder => A005
                take priority elder => A006
        """;
}
