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

    private static WaitEstimate? Estimate(HallScript script, string number)
    {
        var ticket = script.Ticket(number);
        return WaitEstimate.Of(script.Hall, ticket, Standing.Of(script.Hall, ticket));
    }
}
