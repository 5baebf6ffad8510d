namespace Yihao.Rules.Tests.Posts;

/// <summary>A clerk is gone without a word: what was called, what is served, what a restart changes.</summary>
public class LostClerkTests
{
    [Fact]
    public void A_reconnect_in_time_changes_nothing() => new HallScript(PostPlans.Three.Push()).Play("""
        09:00 open 3 zhao
        open 2 wang
        silent 3
        then quiet
        see 3 open
        see 3 covered nowhere
        09:00:20 heard 3
        then quiet
        pass => nothing
        """);

    [Fact]
    public void What_was_called_is_called_once_more_by_a_busy_deputy() => Lost("call 2 => A001\nstart 2").Play("""
        09:01:30 pass
        then released 1123-F001 from 3: Covered to 2
        see F001 sent 2
        see 2 holds A001
        09:02 pass => nothing
        09:03 call 2 finish => F001 SentHere
        09:03:30 pass => nothing
        """);

    [Fact]
    public void Two_windows_of_one_deputy_are_announced_one_after_the_other()
    {
        var plan = PostPlans.Three with
        {
            Windows = [.. PostPlans.Three.Windows, new("5", 1, ["land"], "ma", ["wang"])],
            Clerks = [.. PostPlans.Three.Clerks.SkipLast(1), new("ma", null)],
        };
        new HallScript(plan).Play("""
            09:00 open 3 zhao
            open 5 ma
            open 2 wang
            take land => F001
            take land => F002
            09:00:50 call 3 => F001
            09:00:50 call 5 => F002
            09:01 lose 5
            09:01:10 lose 3
            see 5 covered 2
            see 3 covered 2
            09:01:30 pass
            see 2 holds F002
            09:01:40 pass
            see F001 sent 2
            see 2 holds F002
            call 2 finish => F001
            """);
        new HallScript(plan).Play("""
            09:00 open 3 zhao
            open 5 ma
            open 2 wang
            take land => F001
            take land => F002
            09:00:50 call 3 => F001
            call 5 => F002
            09:01 lose 5
            lose 3
            09:01:30 pass
            see 2 holds F001
            see F002 sent 2
            """);
    }

    [Fact]
    public void A_deputy_who_is_about_to_go_on_a_break_covers_nobody() => new HallScript(PostPlans.Three).Play("""
        09:00 open 3 zhao
        open 2 wang
        open 4 chen
        take certs => A001
        call 2
        pause 2 because tea
        see 2 wants-pause
        pause 3 because tea
        see 3 covered 4
        """);

    [Fact]
    public void A_clerk_who_is_back_before_it_is_called_again_has_it_still() => Lost("").Play("""
        09:01:20 recall 3
        see 3 open
        see 3 covered nowhere
        see 3 holds F001
        09:01:30 pass => nothing
        """);

    [Fact]
    public void The_deputy_on_standby_who_calls_again_is_not_told_to() => new HallScript(PostPlans.Three).Play("""
        09:00 open 3 zhao
        standby chen
        take land => F001
        09:00:50 call 3
        09:01 lose 3
        09:01:10 recall 3
        09:01:30 pass => nothing
        09:01:54 pass => nothing
        09:01:55 pass
        see F001 inferred
        """);

    [Fact]
    public void Nobody_is_taken_for_started_at_a_window_nobody_sits_at() => Lost("").Play("""
        09:01:29 pass => nothing
        see F001 called
        """);

    [Fact]
    public void A_deputy_without_the_skill_does_not_call_it_again()
    {
        var others = PostPlans.Three.Clerks.Where(c => c.Clerk != "wang");
        var plan = PostPlans.Three with { Clerks = [new("wang", ["certs"]), .. others] };
        new HallScript(plan).Play("""
            09:00 open 3 zhao
            open 2 wang
            take land => F001
            call 3
            lose 3
            see 3 covered 2
            see F001 waiting
            """);
    }

    [Fact]
    public void A_deputy_without_the_skill_who_comes_meanwhile_does_not_either()
    {
        var others = PostPlans.Three.Clerks.Where(c => c.Clerk != "chen");
        var plan = PostPlans.Three with { Clerks = [new("chen", ["certs"]), .. others] };
        new HallScript(plan).Play("""
            09:00 open 3 zhao
            open 2 wang
            open 4 chen
            take land => F001
            09:01 call 3
            lose 3
            see F001 called
            09:01:10 close 2
            see 3 covered 4
            see F001 called
            09:01:30 pass
            then released 1123-F001 from 3: WindowUnattended
            see 4 holds nothing
            """);
    }

    [Fact]
    public void When_the_deputy_goes_too_what_was_called_goes_back() => Lost("").Play("""
        09:01:10 close 2
        then uncovered 3 at 2: DeputyGone
        then released 1123-F001 from 3: WindowUnattended
        see F001 waiting
        """);

    [Fact]
    public void A_supervisor_takes_away_what_is_being_served() => new HallScript(PostPlans.Three).Play("""
        09:00 open 3 zhao
        open 2 wang
        take land => F001
        call 3
        start 3
        take-away F001 because the clerk is ill => window-busy
        lose 3
        take-away F001 => reason-missing
        take-away F001 because the clerk is ill
        see F001 waiting
        call 2 => F001 Earliest
        take-away F001 because the clerk is ill => window-busy
        """);

    [Fact]
    public void A_restart_flips_nothing()
    {
        var script = Lost("call 2 => A001");
        script.Restart();
        script.Play("09:20 power-back\nthen quiet\nsee 3 covered 2\nsee 3 holds F001");
        script.Play("see 2 clerk wang\npass => nothing");
        // The time in the dark does not count: the citizen could not have heard anything.
        script.Play("09:20:29 pass => nothing\nsee 3 holds F001\n09:20:30 pass\nsee F001 sent 2");
    }

    [Fact]
    public void A_restart_with_a_deputy_sitting_there_flips_nothing_either()
    {
        var script = new HallScript(PostPlans.Three).Play("09:00 open 3 zhao\nstandby chen\npause 3 because tea");
        script.Restart();
        script.Play("09:20 power-back\nthen quiet\npass => nothing\nsee 3 clerk chen");
        script.Play("open 3 zhao\nsee standby chen");
    }

    /// <summary>F001 was called at window 3, whose clerk is told to be lost at 09:01:00; wang is at window 2.</summary>
    private static HallScript Lost(string meanwhile) => new HallScript(PostPlans.Three).Play($"""
        09:00 open 3 zhao
        open 2 wang
        take certs => A001
        take land => F001
        09:00:40 call 3 => F001
        {meanwhile}
        09:01 lose 3
        see 3 covered 2
        see F001 called
        """);
}
