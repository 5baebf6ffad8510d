using Yihao.Cluster.Tests.Checking.Recording;
using Yihao.Rules;
using static Yihao.Cluster.Tests.Checking.Recording.CheckedCounty;

namespace Yihao.Cluster.Tests.Checking.Planted;

/// <summary>What a hall that loses sight of its clerks would do with their windows.</summary>
[Collection<OneRecording>]
public sealed class PlantedWindowTests(RecordedRun recorded)
{
    private readonly Plant plant = new(recorded);

    [Theory]
    [InlineData(WindowChange.Opened)]
    [InlineData(WindowChange.Resumed)]
    [InlineData(WindowChange.Closed)]
    public void A_window_changes_only_by_a_command(WindowChange change)
    {
        plant.Append(Village, new WindowChanged("1", change, "v1", Post.A, null));
        plant.IsFoundAlone("calm-windows", "nobody had asked for it");
    }

    [Theory]
    [InlineData(WindowChange.Paused)]
    [InlineData(WindowChange.PauseWished)]
    public void A_window_pauses_only_by_a_command(WindowChange change)
    {
        plant.Append(Village, new WindowChanged("1", change, "v1", Post.A, new Pause("break", null)));
        plant.IsFoundAlone("calm-windows", "nobody had asked for it");
    }

    [Fact]
    public void A_clerk_is_lost_only_when_he_was_taken_away()
    {
        plant.Append(Village, new WindowChanged("1", WindowChange.Unattended, "v1", Post.A, null));
        Assert.Equal(["calm-windows"], plant.Found());
    }

    [Fact]
    public void Nobody_stands_in_for_a_clerk_who_is_there()
    {
        plant.Append(Village, new WindowCovered("1", "1", "v1", AbsenceCause.Lost));
        Assert.Equal(["calm-windows"], plant.Found());
    }

    [Fact]
    public void Nothing_goes_elsewhere_for_a_clerk_who_is_away_otherwise()
    {
        plant.Append(County, new MattersRerouted("1", ["card"], ["2"], AbsenceCause.SignOff));
        Assert.Empty(plant.Found());
        plant.Append(County, new MattersRerouted("1", ["card"], ["2"], AbsenceCause.Lost));
        plant.IsFoundAlone("calm-windows", "the clerk of 1 is not away so");
    }

    [Fact]
    public void A_lost_clerk_without_a_reason_is_found()
    {
        plant.Replace(plant.Note<Absence>(_ => true));
        Assert.Equal(["calm-windows"], plant.Found());
    }

    [Fact]
    public void A_clerk_who_is_lost_at_another_time_than_he_was_away_is_found()
    {
        var absence = plant.Note<Absence>(_ => true);
        plant.Replace(absence, absence with { From = TimeSpan.Zero, To = TimeSpan.FromSeconds(1) });
        Assert.Equal(["calm-windows"], plant.Found());
    }

    [Fact]
    public void A_clerk_who_is_away_for_long_and_not_missed_is_found()
    {
        var last = plant.LastNote<Attempted>(a => a.Hall == Village && a.Path.StartsWith("windows/1/")).Returned;
        // The hall has just come up in the recording.
        var from = last + TimeSpan.FromSeconds(10);
        var absence = new Absence(Village, 1, "v1", from, from + TimeSpan.FromSeconds(60), "page closed");
        plant.Add(absence with { To = from + TimeSpan.FromSeconds(20) });
        Assert.Empty(plant.Found());
        plant.Add(absence);
        Assert.Equal(["calm-windows"], plant.Found());
    }

    [Fact]
    public void A_clerk_who_went_with_a_word_is_not_missed()
    {
        var last = plant.LastNote<Attempted>(a => a is { Hall: County, Path: "windows/1/close", Status: 200 }).Returned;
        var from = last + TimeSpan.FromSeconds(10);
        plant.Add(new Absence(County, 1, "c1", from, from + TimeSpan.FromSeconds(60), "page closed"));
        Assert.Empty(plant.Found());
    }
}
