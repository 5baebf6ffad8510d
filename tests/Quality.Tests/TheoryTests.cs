using Yihao.Simulation.Checks;
using Yihao.Simulation.Clock;

namespace Yihao.Quality.Tests;

/// <summary>What the simulator is checked against, itself checked.</summary>
public class TheoryTests
{
    [Theory]
    [InlineData(1, 0.5, 1.0)]
    [InlineData(1, 0.8, 4.0)]
    [InlineData(2, 0.5, 1.0 / 3)]
    public void Erlang_C_is_what_the_textbook_says(int windows, double load, double wait) =>
        Assert.Equal(wait, ErlangC.MeanWait(windows, load), 12);

    [Theory]
    [InlineData(1, 0.7)]
    [InlineData(3, 0.8)]
    [InlineData(8, 0.9)]
    public void Each_citizen_of_a_hall_of_general_windows_waits_as_the_recursion_says(int windows, double load)
    {
        var (mean, off) = new SteadyHall(windows, load, 1, false, 1).Play(7, 0);
        Assert.Equal(0, off);
        Assert.InRange(mean, ErlangC.MeanWait(windows, load) / 2, 2 * ErlangC.MeanWait(windows, load));
    }

    [Fact]
    public void Separate_windows_make_the_wait_several_times_longer()
    {
        var together = new SteadyHall(8, 0.9, 8, false, 1.2).Play(7, 0).MeanWait;
        Assert.True(new SteadyHall(8, 0.9, 8, true, 1.2).Play(7, 0).MeanWait > 4 * together);
    }

    [Fact]
    public void The_recursion_serves_whoever_came_first_at_the_first_free_window()
    {
        var two = new Recursion(2);
        Assert.Equal([0, 0, 8, 17, 19], new[] { two.Wait(0, 10), two.Wait(1, 20), two.Wait(2, 30), two.Wait(4, 5),
            two.Wait(7, 1) });
    }

    [Fact]
    public void Controls_take_out_what_chance_gave()
    {
        var chance = new Chance(3, 0);
        var batches = Enumerable.Range(0, 200).Select(_ =>
        {
            var control = chance.Between(-1, 1);
            return new Batch(5 + 3 * control, [control]);
        });
        var estimate = Estimate.Controlled([.. batches]);
        Assert.Equal(5, estimate.Mean, 9);
        Assert.InRange(estimate.Half, 0, 1e-6);
    }

    [Fact]
    public void Chance_is_the_same_from_the_same_seed_and_has_the_means_it_is_asked_for()
    {
        Assert.Equal(new Chance(5, 1).Share(), new Chance(5, 1).Share());
        Assert.NotEqual(new Chance(5, 1).Share(), new Chance(5, 2).Share());
        var chance = new Chance(5, 3);
        Assert.Equal(4, Enumerable.Range(0, 200_000).Average(_ => chance.Exponential(4)), 1);
        Assert.Equal(4, Enumerable.Range(0, 200_000).Average(_ => chance.Lognormal(4, 1.2)), 1);
    }
}
