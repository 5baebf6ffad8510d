using Yihao.Simulation.Play;
using Yihao.Simulation.World;

namespace Yihao.Quality.Tests;

/// <summary>The referee sees what is wrong: planted faults.</summary>
public class RefereeTests
{
    private const long Minute = 60_000_000;

    private readonly Referee referee = new(Plans.Of(Policy.Alone)[0]);

    [Fact]
    public void Somebody_who_came_later_and_is_called_sooner_is_out_of_order()
    {
        Take(1, 0);
        Take(2, Minute);
        Call(2, 2 * Minute);
        Assert.Equal((1, 1), (referee.Calls, referee.OutOfOrder));
    }

    [Fact]
    public void Beyond_the_cap_the_oldest_may_not_be_passed_over_twice()
    {
        Take(1, 0, "tax");
        Take(2, Minute, "social");
        Call(2, 62 * Minute);
        Assert.Equal((0, 1), (referee.OutOfOrder, referee.OldestPassedOver));
    }

    [Fact]
    public void Beyond_the_cap_there_must_be_an_alarm()
    {
        Take(1, 0);
        referee.Look(60 * Minute);
        Assert.Equal(0, referee.AlarmMissing);
        referee.Look(61 * Minute);
        Assert.Equal(1, referee.AlarmMissing);
        referee.Hear(new NoticeGiven(NoticeKind.WaitOverCap, Key(1)), 61 * Minute);
        referee.Look(62 * Minute);
        Assert.Equal(1, referee.AlarmMissing);
    }

    private static TicketKey Key(int number) => new(new DateOnly(2026, 11, 23), 'A', number);

    private void Take(int number, long at, string matter = "tax") =>
        referee.Hear(new NumberTaken(Key(number), TicketClass.Normal, null, matter, TimeSpan.Zero), at);

    private void Call(int number, long at) =>
        referee.Hear(new TicketCalled(Key(number), "1", "450521-1", CallRule.Earliest, null), at);
}
