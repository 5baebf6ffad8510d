using Yihao.Grains.Network;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Network;

/// <summary>The sample network is whole: what the program starts with, without any file.</summary>
public sealed class SampleNetworkTests
{
    private static readonly NetworkDefinition Sample = Parse();

    [Theory]
    [InlineData(Level.County, 4)]
    [InlineData(Level.Township, 30)]
    [InlineData(Level.Village, 12)]
    public void It_has_the_halls_of_each_level(Level level, int count) =>
        Assert.Equal(count, Sample.Halls.Count(hall => hall.Level == level));

    [Theory]
    [InlineData("450521", 36, 2, 0)]
    [InlineData("450502", 22, 2, 0)]
    [InlineData("450503", 18, 2, 0)]
    [InlineData("450512", 14, 2, 0)]
    [InlineData("450521100", 5, 1, 1)]
    [InlineData("450502100", 3, 1, 1)]
    [InlineData("450502100001", 1, 1, 1)]
    public void Its_halls_have_their_windows_floors_and_booths(string hall, int windows, int floors, int booths)
    {
        var found = Sample.FindHall(hall)!;
        Assert.Equal((windows, floors, booths), (found.Windows.Count, found.Floors, found.Booths));
        Assert.Equal(
            Enumerable.Range(1, windows).Select(number => $"{number}"), found.Windows.Select(window => window.Window));
    }

    [Fact]
    public void Every_window_has_both_posts_and_serves_something()
    {
        foreach (var hall in Sample.Halls)
        {
            var matters = Sample.MattersOf(hall);
            Assert.All(hall.Windows, window =>
            {
                Assert.NotNull(window.Posts.A);
                Assert.NotEmpty(window.Posts.B);
                Assert.NotEmpty(matters[window.Window]);
            });
        }
    }

    [Fact]
    public void The_A_and_the_first_B_of_a_window_may_serve_all_of_its_matters()
    {
        var day = new DateOnly(2026, 11, 23);
        foreach (var hall in Sample.Halls)
        {
            var matters = Sample.MattersOf(hall);
            foreach (var window in hall.Windows)
            {
                foreach (var clerk in new[] { window.Posts.A!, window.Posts.B[0] }.Select(id => Sample.FindClerk(id)!))
                    Assert.All(matters[window.Window], matter => Assert.True(clerk.CanServe(matter, day)));
            }
        }
    }

    [Fact]
    public void Deputies_sit_at_other_windows_of_the_hall_mostly_of_the_same_kind_and_in_a_village_on_standby()
    {
        var alike = new List<bool>();
        foreach (var hall in Sample.Halls)
        {
            var at = hall.Windows.ToDictionary(window => window.Posts.A!, window => window.Kind);
            foreach (var window in hall.Windows)
            {
                Assert.All(window.Posts.B, clerk => Assert.Equal(hall.Hall, Sample.FindClerk(clerk)!.Hall));
                Assert.All(window.Posts.B, clerk => Assert.Equal(hall.Level != Level.Village, at.ContainsKey(clerk)));
                if (hall.Level != Level.Village)
                    alike.Add(window.Posts.B.Any(clerk => at[clerk] == window.Kind));
            }
        }
        Assert.True(alike.Count(isAlike => isAlike) > alike.Count / 2, "most deputies sit at another kind of window");
    }

    [Fact]
    public void Its_townships_and_villages_help_the_county_and_each_has_a_hall_that_helps_out()
    {
        Assert.All(Sample.Halls, hall => Assert.Equal(hall.Level != Level.County, hall.Settings.HelpsUp));
        Assert.All(Sample.Halls, hall => Assert.Equal(hall.Level == Level.County, hall.BHall is null));
        var shatian = Sample.FindHall("450521109")!;
        Assert.Equal(("450521", "450521108"), (shatian.Parent, shatian.BHall));
        Assert.Equal(["450521100"], Sample.Halls.Where(hall => hall.Settings.Mode is not null).Select(h => h.Hall));
        Assert.Equal(DispatchMode.PushAndPull, Sample.FindHall("450521100")!.Settings.Mode);
    }

    [Fact]
    public void Every_matter_can_be_taken_in_every_county_hall_and_the_frequent_ones_in_a_village()
    {
        Assert.All(Sample.Halls.Where(hall => hall.Level == Level.County),
            hall => Assert.Equal(Sample.Matters, Sample.MattersOf(hall).All));
        var village = Sample.MattersOf(Sample.FindHall("450502100001")!).All.Select(matter => matter.Matter).ToArray();
        Assert.Contains("elder-allowance", village);
        Assert.DoesNotContain("passport", village);
    }

    [Fact]
    public void Everything_has_an_English_name_and_the_clerks_are_clearly_samples()
    {
        Assert.All(Sample.Halls, hall => Assert.NotNull(hall.NameEn));
        Assert.All(Sample.Matters, matter => Assert.NotNull(matter.NameEn));
        Assert.All(Sample.Clerks, clerk => Assert.StartsWith("示例", clerk.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Its_halls_are_always_open() => Assert.All(Sample.Halls, hall => Assert.Null(hall.Hours));

    private static NetworkDefinition Parse()
    {
        var result = NetworkFile.Parse(SampleNetwork.Text);
        return result is NetworkResult.Valid valid
            ? valid.Network
            : throw new InvalidOperationException(string.Join("\n", ((NetworkResult.Invalid)result).Mistakes));
    }
}
