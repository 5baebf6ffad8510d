namespace Yihao.Rules.Tests.Days;

/// <summary>A pregnant woman comes when forty wait.</summary>
public class PregnantWomanTests
{
    [Fact]
    public void A_pregnant_woman_behind_forty_who_came_within_the_hour_is_next() => Forty().Play("""
        09:41 take priority pregnant => A041
        see A041 ahead 0
        see A001 ahead 1
        open 1 li
        call 1 => A041 Earliest
        """);

    [Fact]
    public void Somebody_who_came_more_than_an_hour_before_her_stays_before_her() => Forty().Play("""
        10:05 take priority pregnant => A041
        see A005 ahead 4
        see A041 ahead 5
        see A006 ahead 6
        """);

    [Fact]
    public void Without_a_reason_there_is_no_priority() =>
        Forty().Play("09:41 take priority => reason-missing\ntake => A041\nsee A041 ahead 40");

    [Fact]
    public void After_three_like_her_one_of_the_forty_goes_next() => Forty().Play("""
        09:41 take priority pregnant => A041
        take priority elder => A042
        take priority infant => A043
        take priority soldier => A044
        open 1 li
        call 1 finish => A041
        call 1 finish => A042
        call 1 finish => A043
        call 1 finish => A001 OneWithout
        call 1 finish => A044
        """);

    private static HallScript Forty()
    {
        var script = new HallScript(Plans.OneMatter);
        for (var i = 1; i <= 40; i++)
            script.Play($"09:{i:00} take => A{i:000}");
        return script;
    }
}
