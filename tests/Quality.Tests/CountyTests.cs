using Yihao.Simulation.Play;
using Yihao.Simulation.Report;
using Yihao.Simulation.World;

namespace Yihao.Quality.Tests;

/// <summary>A county's day on the rules.</summary>
public class CountyTests
{
    private static readonly CountyDay Day = CountyDay.Of(11, 0, true);

    [Fact]
    public void The_same_seed_is_the_same_day()
    {
        var again = CountyDay.Of(11, 0, true);
        Assert.Equal(Day.Citizens, again.Citizens);
        Assert.Equal(Day.Absences, again.Absences);
        Assert.NotEqual(Day.Citizens, CountyDay.Of(11, 1, true).Citizens);
    }

    [Fact]
    public void The_great_loss_takes_one_clerk_in_five_for_an_hour_and_changes_no_citizen()
    {
        var usual = CountyDay.Of(11, 0, false);
        Assert.Equal(usual.Citizens, Day.Citizens);
        var lost = Day.Absences.Count(a => a is { Kind: AbsenceKind.Lost } && a.To - a.From == 3_600_000_000);
        Assert.InRange(lost / (double)Site.All.Sum(s => s.Windows), 0.14, 0.26);
    }

    [Fact]
    public void With_posts_and_tiers_everybody_is_served_fairly_and_the_same_day_gives_the_same_waits()
    {
        var (one, other) = (Play(Policy.WithTiers), Play(Policy.WithTiers));
        Assert.Equal(one.Waits.SelectMany(w => w), other.Waits.SelectMany(w => w));
        Assert.Equal(0, one.Lost + one.OutOfOrder + one.OldestPassedOver + one.AlarmMissing);
        Assert.InRange(one.Remote, 100, one.Citizens);
    }

    [Fact]
    public void A_hall_alone_serves_nobody_remotely() => Assert.Equal(0, Play(Policy.Alone).Remote);

    [Fact]
    public void The_central_scheduler_serves_everybody_sooner_than_halls_alone()
    {
        var central = new CentralPlay(Day, true, 1);
        central.Play();
        var figures = DayFigures.Of(central);
        Assert.Equal(0, figures.Lost);
        Assert.True(figures.Mean < Play(Policy.Alone).Mean);
    }

    private static DayFigures Play(Policy policy)
    {
        var play = new CountyPlay(Day, Plans.Of(policy), policy.Overflow is not null);
        play.Play();
        return DayFigures.Of(play);
    }
}
