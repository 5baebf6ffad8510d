namespace Yihao.Rules.Tests.Days;

/// <summary>The lights go out while six tickets are called, and come back.</summary>
public class PowerCutTests
{
    private static readonly HallPlan SixWindows = Plans.OneMatter with
    {
        Windows = [.. Enumerable.Range(1, 6).Select(i => new WindowPlan($"{i}", 1, [MatterPlan.None], $"c{i}", []))],
        Clerks = [.. Enumerable.Range(1, 6).Select(i => new ClerkPlan($"c{i}", null))],
    };

    [Fact]
    public void After_a_power_cut_all_six_are_still_called_each_at_its_window()
    {
        var script = AfterTheCut().Play("pass => nothing");
        for (var i = 1; i <= 6; i++)
            script.Play($"see {i} holds A{i:000}\nsee A{i:000} called");
    }

    [Fact]
    public void Nobody_becomes_a_no_show_through_the_time_the_hall_was_dark() => AfterTheCut().Play("""
        10:00:10 miss 1 => no-show-too-soon
        recall 1
        10:00:25 recall 1
        10:00:59 miss 1 => no-show-too-soon from 10:01:00
        10:01:00 miss 1
        see A001 noshow
        """);

    [Fact]
    public void No_start_is_inferred_through_the_time_the_hall_was_dark() => AfterTheCut().Play("""
        10:00:44 pass => nothing
        see A001 called
        see A006 called
        """);

    [Fact]
    public void The_clerk_confirms_what_happened() => AfterTheCut().Play("""
        10:00:10 start 1
        see A001 serving
        finish 2
        see A002 done
        release 3
        see A003 waiting
        see A003 ahead 0
        recall 4
        see A004 called
        hold 5
        see A005 held
        call 6 finish => A003
        """);

    [Fact]
    public void A_service_with_a_power_cut_in_it_does_not_spoil_the_measured_times()
    {
        var script = AfterTheCut().Play("10:10 finish 1");
        Assert.Empty(script.Hall.ServiceTimes.ByMatter);
        script.Play("take\ncall 1\n10:16 finish 1");
        Assert.Equal(1, script.Hall.ServiceTimes.ByMatter[MatterPlan.None].Count);
    }

    [Fact]
    public void Holds_that_ended_in_the_dark_end_when_the_light_is_back()
    {
        var script = new HallScript(SixWindows).Play("09:00 take\ntake\nopen 1 c1\nhold 1 A001");
        script.Restart();
        script.Play("09:40 power-back\npass\nsee line A001 A002");
    }

    [Fact]
    public void A_night_without_power_ends_the_day_when_the_light_is_back()
    {
        var script = AfterTheCut();
        script.Restart();
        script.Play("""
            +1 08:30 power-back
            take => A001
            see line A001
            """);
        Assert.Equal(Plans.Day.AddDays(1), script.Ticket("A001").Key.Day);
        // Who stood at a window when the lights went out is finished by the clerk.
        script.Play("finish 6\nsee 6 holds nothing");
    }

    /// <summary>Six are called at 09:30, the hall is dark from then until 10:00.</summary>
    private static HallScript AfterTheCut()
    {
        var script = new HallScript(SixWindows).At("09:00");
        for (var i = 1; i <= 6; i++)
            script.Play($"take => A{i:000}\nopen {i} c{i}");
        for (var i = 1; i <= 6; i++)
            script.Play($"09:30 call {i} => A{i:000}");
        script.Restart();
        return script.Play("10:00 power-back");
    }
}
