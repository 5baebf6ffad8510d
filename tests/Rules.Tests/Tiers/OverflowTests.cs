using Yihao.Rules.Tests.Posts;

namespace Yihao.Rules.Tests.Tiers;

/// <summary>When other halls may serve the citizens of this one by camera, and when no more.</summary>
public class OverflowTests
{
    [Fact]
    public void Where_nobody_is_there_it_opens_at_once_and_closes_when_somebody_is() => Township().Play("""
        09:00 pass => nothing
        take land => F001
        pass
        then overflow 'land': Nobody
        pass => nothing
        09:15 open 2 wu
        pass => nothing
        open 1 li
        pass
        then overflow 'land': over
        pause 1 because tea
        pass
        see overflow land:Nobody
        cancel F001
        pass
        see overflow
        """);

    [Fact]
    public void Otherwise_it_opens_by_wait_and_closes_at_half_the_limit() => Township().Play("""
        09:00 open 1 li
        take land => F001
        09:05 take land => F002
        09:12 take land => F003
        09:19:59.999999 pass => nothing
        09:20 pass
        then overflow 'land': Wait
        09:21 call 1 => F001
        pass => nothing
        see overflow land:Wait
        call 1 finish => F002
        pass
        then overflow 'land': over
        09:32 pass
        then overflow 'land': Wait
        close 1 => window-busy
        finish 1
        close 1
        pass
        then overflow 'land': Nobody
        open 1 li
        pass
        then overflow 'land': Wait
        """);

    [Fact]
    public void A_matter_that_is_not_for_the_camera_never_overflows() => Township().Play("""
        09:00 take => A001
        10:00 pass => nothing
        see overflow
        """);

    [Fact]
    public void One_matter_overflows_and_the_other_does_not() => Township().Play("""
        09:00 open 2 wu
        take land => F001
        take certs => A001
        pass
        see overflow land:Nobody
        """);

    [Theory]
    [InlineData("open 2 wang", "pass => nothing\nsee overflow")]
    [InlineData("standby chen", "pass => nothing\nsee overflow")]
    [InlineData("open 1 li", "pass => nothing\nsee overflow")]
    [InlineData("open 1 ma", "pass\nsee overflow land:Nobody")]
    public void A_line_that_somebody_covers_does_not_overflow(string there, string follows) =>
        new HallScript(PostPlans.Three)
            .Play("09:00 open 3 zhao\n" + there)
            .Play("take land => F001\nlose 3\n09:00:01 " + follows);

    [Fact]
    public void A_change_of_the_plan_ends_what_is_no_longer_for_the_camera()
    {
        var script = Township().Play("09:00 take land => F001\npass\nsee overflow land:Nobody");
        var plan = script.Hall.Plan;
        script.Do(new PlanHall(plan with { Matters = [.. plan.Matters.Select(m => m with { Kin = null })] }));
        script.Play("pass\nsee overflow");
    }

    private static HallScript Township() => new(TierPlans.Township);
}
