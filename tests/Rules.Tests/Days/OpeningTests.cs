namespace Yihao.Rules.Tests.Days;

/// <summary>A morning with a crowd at the door, and one kiosk that runs out of paper.</summary>
public class OpeningTests
{
    [Fact]
    public void Eighty_people_at_opening_are_called_in_the_order_they_came()
    {
        var script = Crowd();
        script.Play("see A080 ahead 79").Play("open 1 li\nopen 2 wang");
        for (var i = 1; i <= 80; i++)
            script.Play($"call {i % 2 + 1} finish => A{i:000}");
        script.Play("call 1 finish => none\ncall 1 => nobody");
    }

    [Fact]
    public void When_the_paper_ends_a_number_without_paper_is_cancelled_and_nobody_else_loses_a_place()
    {
        var script = Crowd();
        var before = script.Hall.Lines.InOrder().Select(t => t.Key).ToList();
        script.Play("""
            09:02 cancel A041
            cancel A042
            see A040 ahead 39
            see A043 ahead 40
            see A080 ahead 77
            """);
        var gone = new[] { script.KeyOf("A041"), script.KeyOf("A042") };
        Assert.Equal(before.Except(gone), script.Hall.Lines.InOrder().Select(t => t.Key));
    }

    [Fact]
    public void When_the_paper_ends_a_number_told_by_word_keeps_its_place() => Crowd().Play("""
        see A041 ahead 40
        09:04 take => A081
        see A041 ahead 40
        see A081 ahead 80
        """);

    [Fact]
    public void Staff_give_numbers_on_behalf_of_those_whose_paper_failed_and_no_number_comes_twice()
    {
        var script = Crowd().Play("09:02 cancel A041\n09:03 take => A081\ntake priority disabled => A082");
        Assert.Equal(82, script.Happened.OfType<NumberTaken>().Select(t => t.Ticket).Distinct().Count());
        script.Play("""
            see A082 ahead 0
            see A081 ahead 80
            open 1 li
            call 1 => A082
            """);
    }

    [Fact]
    public void A_second_press_at_the_kiosk_brings_the_first_number_again()
    {
        var script = Crowd();
        var request = new Request(41, 1);
        var take = new TakeNumber(MatterPlan.None, TicketClass.Normal, null);
        Assert.IsType<Decision.Accept>(script.Do(take, request));
        var again = Assert.IsType<Decision.Repeat>(script.Do(take, request));
        Assert.Equal(script.KeyOf("A081"), again.Outcome.Ticket);
        Assert.Equal(81, script.Hall.Lines.Count);
    }

    private static HallScript Crowd()
    {
        var script = new HallScript(Plans.OneMatter).At("09:00");
        for (var i = 1; i <= 80; i++)
            script.At($"09:00:{i / 2:00}").Play($"take => A{i:000}");
        return script;
    }
}
