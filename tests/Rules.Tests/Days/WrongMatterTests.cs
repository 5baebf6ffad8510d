namespace Yihao.Rules.Tests.Days;

/// <summary>The wrong matter was chosen at the kiosk.</summary>
public class WrongMatterTests
{
    [Fact]
    public void A_wrong_matter_corrected_while_waiting_keeps_number_and_arrival()
    {
        var script = new HallScript(Plans.Little).Play("""
            09:00 open 1 li
            open 3 zhao
            09:01 take tax => B001
            09:02 take land => F001
            09:03 take land => F002
            09:20 transfer 1 B001 matter land because chose the wrong one
            see B001 ahead 0
            see F001 ahead 1
            call 1 => nobody
            """);
        var corrected = script.Ticket("B001");
        Assert.Equal("09:01", script.Hall.Clock.Local(corrected.Arrival).ToString("HH:mm", null));
        Assert.Equal(0, corrected.StepsDone);
        script.Play("call 3 => B001 Earliest");
    }

    [Fact]
    public void A_wrong_matter_noticed_at_the_window_goes_to_the_right_one_before_those_who_came_later() =>
        new HallScript(Plans.Little).Play("""
            09:00 open 1 li
            open 3 zhao
            09:01 take tax => B001
            09:02 take land => F001
            09:20 call 1 => B001
            transfer 1 matter land because chose the wrong one
            see 1 holds nothing
            see B001 waiting
            call 3 finish => B001
            call 3 finish => F001
            """);

    [Fact]
    public void The_next_step_of_a_visit_keeps_the_number_and_the_arrival()
    {
        var script = new HallScript(Plans.Little).Play("""
            09:00 open 1 li
            open 3 zhao
            09:01 take certs => A001
            09:05 take land => F001
            09:10 call 1 => A001
            start 1
            09:15 transfer 1 matter land window 3 because next step
            see A001 sent 3
            see A001 ahead 0
            09:16 call 3 => A001 SentHere
            """);
        Assert.Equal(1, script.Ticket("A001").StepsDone);
        Assert.Equal("09:01", script.Hall.Clock.Local(script.Ticket("A001").Arrival).ToString("HH:mm", null));
        script.Play("finish 3");
        Assert.Equal(2, script.Ticket("A001").StepsDone);
    }

    [Fact]
    public void A_corrected_ticket_keeps_its_head_start() => new HallScript(Plans.Little).Play("""
        09:00 open 1 li
        open 3 zhao
        take land => F001
        09:30 take tax priority elder => B001
        transfer 1 B001 matter land because chose the wrong one
        call 3 => B001 Earliest
        """);
}
