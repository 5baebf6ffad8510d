namespace Yihao.Rules.Tests;

/// <summary>What a number looks like, and which texts are one.</summary>
public class NumberTests
{
    [Theory]
    [InlineData('A', 1, "A001")]
    [InlineData('B', 12, "B012")]
    [InlineData('F', 999, "F999")]
    [InlineData('A', 1000, "A1000")]
    public void A_number_has_a_letter_and_at_least_three_digits(char prefix, int number, string shown)
    {
        var key = new TicketKey(Plans.Day, prefix, number);
        Assert.Equal(shown, key.Shown);
        Assert.Equal($"450521-20261123-{shown}", key.IdIn("450521"));
        Assert.True(TicketKey.TryParse(key.IdIn("450521"), out var hall, out var parsed));
        Assert.Equal(("450521", key), (hall, parsed));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A001")]
    [InlineData("450521-20261123-")]
    [InlineData("450521-20261123-A")]
    [InlineData("450521-20261123-A01")]
    [InlineData("450521-20261123-A0001")]
    [InlineData("450521-20261123-a001")]
    [InlineData("450521-20261123-C001")]
    [InlineData("450521-20261123-A-01")]
    [InlineData("450521-20261123-A+01")]
    [InlineData("450521-20261123-A 01")]
    [InlineData("450521-20261332-A001")]
    [InlineData("450521-2026112-A001")]
    [InlineData("450521-20261123-A001-x")]
    [InlineData("450521-20261123-A99999999")]
    [InlineData("450521-20261123-A٠٠١")]
    public void Other_texts_are_no_number(string? text) => Assert.False(TicketKey.TryParse(text, out _, out _));

    [Fact]
    public void Numbers_of_one_letter_go_on_over_matters_and_classes() => new HallScript(Plans.Little).Play("""
        take => A001
        take certs => A002
        take tax => B001
        take certs priority elder => A003
        cancel A003
        take => A004
        """);

    [Fact]
    public void After_999_numbers_have_four_digits()
    {
        var script = new HallScript(Plans.OneMatter);
        var image = HallImage.Of(script.Hall) with { LastNumbers = new Dictionary<string, int> { ["A"] = 998 } };
        var hall = image.Restore();
        for (var i = 999; i <= 1001; i++)
        {
            var take = new TakeNumber(MatterPlan.None, TicketClass.Normal, null);
            var accept = Assert.IsType<Decision.Accept>(Decide.On(hall, take, null, hall.LastAt));
            hall.Apply(new Recorded(hall.LastAt, accept.Events[0], null));
            Assert.Equal($"A{i}", ((NumberTaken)accept.Events[0]).Ticket.Shown);
        }

        Assert.Equal(["A999", "A1000", "A1001"], hall.Lines.InOrder().Select(t => t.Key.Shown));
    }

    [Fact]
    public void A_normal_ticket_keeps_no_reason()
    {
        var script = new HallScript(Plans.OneMatter);
        script.Do(new TakeNumber(MatterPlan.None, TicketClass.Normal, "something personal"));
        Assert.Null(script.Ticket("A001").Reason);
    }
}
