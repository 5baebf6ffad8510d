namespace Yihao.Rules.Tests;

/// <summary>What users of other queue systems complained about, each as a test, numbered as in peers.md.</summary>
public class ComplaintTests
{
    /// <summary>Complaint 1: eappointment PR 2138, 2249, 2936; sbc-qsystem PR 272; TheQ PR 20, 34.</summary>
    [Fact]
    public void Two_clerks_never_call_the_same_ticket() => new HallScript(Plans.OneMatter).Play("""
        09:00 take => A001
        take => A002
        open 1 li
        open 2 wang
        call 1 => A001
        call 2 => A002
        call 2 => window-busy
        finish 2
        call 2 => nobody
        call 2 A001 because mine => ticket-not-waiting
        see 1 holds A001
        see 2 holds nothing
        """);

    /// <summary>Complaint 2: novosga 213.</summary>
    [Fact]
    public void One_clerk_never_ends_up_with_two_tickets_and_stuck() => new HallScript(Plans.OneMatter).Play("""
        09:00 take => A001
        take => A002
        open 1 li
        open 2 li => clerk-elsewhere
        call 1 => A001
        call 1 => window-busy
        call 1 A002 because x => window-busy
        open 1 li
        see 1 holds A001
        call 1 finish => A002
        see A001 done
        see 1 holds A002
        """);

    /// <summary>Complaint 3: novosga 290.</summary>
    [Fact]
    public void The_same_number_never_comes_several_times_under_load()
    {
        var script = new HallScript(Plans.OneMatter).At("09:00");
        var numbers = new HashSet<string>();
        var take = new TakeNumber(MatterPlan.None, TicketClass.Normal, null);
        for (var caller = 0; caller < 120; caller++)
        {
            var request = new Request((UInt128)caller, 1);
            Assert.IsType<Decision.Accept>(script.Do(take, request));
            // Each caller is impatient and presses again; a third of them much later.
            Assert.IsType<Decision.Repeat>(script.Do(take, request));
            if (caller % 3 == 0)
                Assert.IsType<Decision.Repeat>(script.Do(take, new Request((UInt128)(caller / 3), 1)));
            numbers.Add(script.Hall.Tickets.Max(t => t.Key).Shown);
        }

        Assert.Equal(120, numbers.Count);
        Assert.Equal(120, script.Hall.Tickets.Count());
    }

    /// <summary>Complaint 4: queue-management PR 626, 1048; novosga 454. See also Days/BoundaryTests.</summary>
    [Fact]
    public void The_day_boundary_in_utc_breaks_no_numbers_after_five_in_the_afternoon()
    {
        var vancouver = Plans.OneMatter with { Zone = "America/Vancouver" };
        var script = new HallScript(vancouver).Play("""
            16:30 take => A001
            17:00 take => A002
            17:30 take => A003
            23:30 take => A004
            +1 00:00 take => A001
            """);
        Assert.Equal(2, script.Happened.OfType<DayOpened>().Count());
    }

    /// <summary>Complaint 10: novosga 431, 281, 222, 335.</summary>
    [Fact]
    public void Priority_is_neither_always_first_nor_always_last()
    {
        var script = new HallScript(Plans.OneMatter).Play("09:00 open 1 li");
        for (var i = 0; i < 30; i++)
            script.Play("take\ntake priority elder");
        for (var i = 0; i < 60; i++)
            script.Play("call 1 finish => ok");
        var classes = script.Happened.OfType<TicketCalled>().Select(c => script.Hall.Ticket(c.Ticket)!.Class).ToList();
        // As long as both wait, one in four has no head start: neither class starves.
        Assert.Equal(30, classes.Take(40).Count(c => c == TicketClass.Priority));
        for (var i = 0; i + 4 <= 40; i += 4)
        {
            Assert.Equal(
                [TicketClass.Priority, TicketClass.Priority, TicketClass.Priority, TicketClass.Normal],
                classes.Slice(i, 4));
        }
    }

    /// <summary>Complaint 10, its other half: who waits long enough is called, whatever still comes.</summary>
    [Fact]
    public void A_stream_of_priority_tickets_keeps_nobody_waiting_for_ever()
    {
        var script = new HallScript(Plans.OneMatter).Play("09:00 open 1 li\ntake => A001");
        for (var i = 0; i < 3; i++)
            script.Play($"09:{i + 1:00} take priority elder\ncall 1 finish");
        script.Play("09:05 take priority elder\ncall 1 finish => A001 OneWithout");
    }

    /// <summary>Complaint 14: eappointment 2311, PR 3002, 2792.</summary>
    [Fact]
    public void The_waiting_time_is_never_overwritten_by_later_calls()
    {
        var script = new HallScript(Plans.OneMatter).Play("""
            09:00 open 1 li
            open 2 wang
            take => A001
            09:10 call 1 => A001
            09:11 recall 1
            09:12 recall 1
            miss 1
            09:13 return A001
            09:14 call 1 => A001
            release 1
            09:20 call 1 => A001
            09:21 transfer 1 window 2 because the other clerk knows more
            09:30 call 2 => A001
            start 2
            09:40 finish 2
            """);
        var ticket = script.Ticket("A001");
        var clock = script.Hall.Clock;
        Assert.Equal("09:00", clock.Local(ticket.Arrival).ToString("HH:mm", null));
        Assert.Equal(
            [
                "09:10 called", "09:11 recalled", "09:12 recalled", "09:12 noShow", "09:13 returned", "09:14 called",
                "09:14 released", "09:20 called", "09:21 transferred", "09:30 called", "09:30 started",
                "09:40 finished",
            ],
            ticket.Steps.Select(s => $"{clock.Local(s.At):HH:mm} {s.Kind}"));
        // The service lasted ten minutes, from the call it began with.
        var measured = script.Hall.ServiceTimes.ByMatter[MatterPlan.None];
        Assert.Equal(5 + 0.05 * (10 - 5), measured.MeanMinutes, 6);
        Assert.Equal(1, measured.Count);
    }
}
