using Yihao.Simulation;

namespace Yihao.Quality.Tests;

public class OptionsTests
{
    [Theory]
    [InlineData("--days 1", "--days 1 is not a whole number from 2 to 5000")]
    [InlineData("--days many", "--days many is not a whole number from 2 to 5000")]
    [InlineData("--seed -1", "--seed -1 is not a whole number from 0 to 18446744073709551615")]
    [InlineData("--days", "--days needs a value; --help says which")]
    [InlineData("--fast", "unknown option --fast; --help lists them")]
    [InlineData("--page nowhere.md", "--page nowhere.md: no such file")]
    public void A_bad_option_is_refused_with_its_value_and_range(string args, string error) =>
        Assert.Equal((null, error), Options.Parse(args.Split(' ')));

    [Fact]
    public void Quick_plays_fewer_days_unless_told_otherwise()
    {
        Assert.True(Options.Parse(["--quick"]).Options!.Days < Options.Parse([]).Options!.Days);
        Assert.Equal(7, Options.Parse(["--days", "7", "--quick"]).Options!.Days);
    }
}
