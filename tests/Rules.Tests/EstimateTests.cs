namespace Yihao.Rules.Tests;

/// <summary>How long it will take, from measured services and open windows; who is ahead.</summary>
public class EstimateTests
{
    [Fact]
    public void With_no_window_open_nobody_knows()
    {
        var script = new HallScript(Plans.Little).Play("take => A001");
        Assert.Null(Estimate(script, "A001"));
        Assert.Null(WaitEstimate.OfNewcomer(script.Hall));
    }

    [Fact]
    public void A_window_that_does_not_serve_the_matter_does_not_help() =>
        Assert.Null(Estimate(new HallScript(Plans.Little).Play("take land => F001\nopen 1 li"), "F001"));

    [Fact]
    public void The_estimate_grows_with_those_ahead_and_shrinks_with_the_windows()
    {
        var script = new HallScript(Plans.OneMatter).Play("open 1 li");
        for (var i = 0; i < 10; i++)
            script.Play("take");
        var (first, last) = (Estimate(script, "A001")!.Value, Estimate(script, "A010")!.Value);
        Assert.Equal(0, first.FromMinutes);
        Assert.Equal(9 * 5, last.FromMinutes);
        Assert.True(last.ToMinutes > last.FromMinutes);
        script.Play("open 2 wang");
        Assert.Equal(9 * 5 / 2, Estimate(script, "A010")!.Value.FromMinutes);
    }

    [Fact]
    public void Measured_services_move_the_estimate()
    {
        var script = new HallScript(Plans.OneMatter).Play("08:00 open 1 li");
        for (var i = 0; i < 80; i++)
            script.Play($"take\ncall 1").At($"{8 + (i + 1) / 6:00}:{(i + 1) % 6}0").Play("finish 1");
        script.Play("take\ntake");
        var last = script.Hall.Lines.InOrder().Last();
        var estimate = WaitEstimate.Of(script.Hall, last, Standing.Of(script.Hall, last));
        Assert.InRange(estimate!.Value.FromMinutes, 9, 10);
    }

    [Fact]
    public void Ahead_counts_whom_the_open_windows_would_call_before() => new HallScript(Plans.Little).Play("""
        09:00 take tax => B001
        09:01 take certs => A001
        09:02 take land => F001
        09:03 take certs => A002
        09:04 take certs => A003
        see A002 ahead 3
        open 2 wang
        see A002 ahead 2
        open 3 zhao
        see A002 ahead 3
        see F001 ahead 1
        open 1 li
        transfer 1 A003 window 2 because x
        see A003 ahead 0
        see F001 ahead 1
        see B001 ahead 1
        see A002 ahead 4
        cancel B001
        see A002 ahead 3
        """);

    [Fact]
    public void Ahead_grows_only_when_somebody_with_a_head_start_comes() => new HallScript(Plans.OneMatter).Play("""
        09:00 take => A001
        09:01 take => A002
        see A002 ahead 1
        09:02 take => A003
        see A002 ahead 1
        09:03 take priority elder => A004
        see A002 ahead 2
        """);

    [Fact]
    public void What_the_citizen_is_told_stands_in_the_ledger()
    {
        var script = new HallScript(Plans.OneMatter).Play("09:00 take => A001\nopen 1 li\ntake => A002");
        Assert.Null(script.Ticket("A001").Estimate);
        Assert.Equal(Estimate(script, "A002"), script.Ticket("A002").Estimate);
        Assert.Equal(
            [null, script.Ticket("A002").Estimate],
            script.Happened.OfType<NumberTaken>().Select(taken => taken.Estimate));
    }

    [Fact]
    public void The_error_of_each_estimate_is_counted_once_at_the_first_call()
    {
        var script = new HallScript(Plans.OneMatter).Play("""
            09:00 open 1 li
            take => A001
            take => A002
            take => A003
            09:00:30 call 1 => A001
            09:03 call 1 finish => A002
            """);
        var told = script.Ticket("A002").Estimate!.Value;
        Assert.Equal(5, told.FromMinutes);
        Assert.Equal(new EstimateErrors(2, 1, 2, 0.5 - 2, 0.5 + 2), script.Hall.EstimateErrors);
        script.Play("release 1\n09:40 call 1 => A002");
        Assert.Equal(2, script.Hall.EstimateErrors.Count);
        script.Play("10:30 call 1 finish => A003");
        Assert.Equal(new EstimateErrors(3, 1, 2, 0.5 - 2 + 80, 0.5 + 2 + 80), script.Hall.EstimateErrors);
        script.Restart();
        Assert.Equal(3, script.Hall.EstimateErrors.Count);
        script.Play("+1 09:00 pass");
        Assert.Equal(EstimateErrors.None, script.Hall.EstimateErrors);
    }

    [Fact]
    public void Who_was_told_nothing_or_told_elsewhere_is_not_counted() => Assert.Equal(
        EstimateErrors.None,
        new HallScript(Plans.OneMatter).Play("""
            09:00 take => A001
            open 1 li
            call 1 => A001
            finish 1
            ask L1 1
            lent L1 1 => A007
            """).Hall.EstimateErrors);

    private static WaitEstimate? Estimate(HallScript script, string number)
    {
        var ticket = script.Ticket(number);
        return WaitEstimate.Of(script.Hall, ticket, Standing.Of(script.Hall, ticket));
    }
}
