namespace Yihao.Rules.Tests.Posts;

/// <summary>What the rota and the timetable say is no loss.</summary>
public class PlannedAbsenceTests
{
    [Theory]
    [InlineData("pause 3 because lunch")]
    [InlineData("close 3")]
    [InlineData("lose 3")]
    public void The_lunch_rota_moves_nothing_until_it_is_over(string goes) =>
        new HallScript(PostPlans.WithLunch)
            .Play("11:00 open 3 zhao\nopen 2 wang\ntake land => F001\nopen 1 li\n11:30 " + goes)
            .Play("then quiet\n11:31 pass => nothing\nsee 3 covered nowhere\nsee 3 rerouted\nsee overflow")
            .Play("13:29:59 pass\nsee 3 covered nowhere\n13:30 pass\nsee 3 covered 2\ncall 2 => F001");

    [Fact]
    public void A_clerk_at_lunch_keeps_the_tickets_sent_there() => new HallScript(PostPlans.WithLunch).Play("""
        11:00 open 3 zhao
        open 2 wang
        take land => F001
        transfer 3 F001 window 3 because x
        11:30 pause 3 because lunch
        see F001 sent 3
        call 2 => nobody
        11:50 resume 3
        then quiet
        call 3 => F001 SentHere
        """);

    [Fact]
    public void Whoever_was_called_by_a_clerk_lost_at_lunch_goes_back() => new HallScript(PostPlans.WithLunch).Play("""
        11:00 open 3 zhao
        open 2 wang
        take land => F001
        11:30:30 call 3
        11:31 lose 3
        then released 1123-F001 from 3: WindowUnattended
        see F001 waiting
        see 3 covered nowhere
        """);

    [Fact]
    public void A_called_ticket_goes_back_when_the_deputy_leaves_during_the_lunch_of_the_lost_clerk() =>
        new HallScript(PostPlans.WithLunch).Play("""
            11:00 open 3 zhao
            open 2 wang
            take land => F001
            11:29:20 call 3
            11:29:50 lose 3
            see 3 covered 2
            11:30:05 close 2
            then uncovered 3 at 2: DeputyGone
            see F001 waiting
            """);

    [Fact]
    public void A_cover_that_stands_goes_on_through_lunch() => new HallScript(PostPlans.WithLunch).Play("""
        11:00 open 3 zhao
        open 2 wang
        pause 3 because tea
        see 3 covered 2
        11:31 pass => nothing
        see 3 covered 2
        11:40 close 2
        then uncovered 3 at 2: DeputyGone
        11:41 open 2 wang
        then quiet
        """);

    [Fact]
    public void A_closing_by_the_timetable_moves_nothing() => new HallScript(PostPlans.WithHours).Play("""
        09:00 open 3 zhao
        open 2 wang
        open 1 li
        take land => F001
        17:00 close 3
        then quiet
        17:01 pass
        see 3 covered nowhere
        see 3 rerouted
        see overflow
        """);

    [Fact]
    public void A_closing_before_its_time_is_a_loss() => new HallScript(PostPlans.WithHours).Play("""
        09:00 open 3 zhao
        open 2 wang
        16:59 close 3
        then covered 3 at 2 by wang: SignOff
        """);

    [Fact]
    public void A_window_that_nobody_opened_today_is_nobodys_loss() => new HallScript(PostPlans.Three).Play("""
        09:00 open 2 wang
        then quiet
        open 3 zhao
        close 3
        see 3 covered 2
        +1 09:00 pass
        close 2
        open 2 wang
        see 3 covered nowhere
        """);
}
