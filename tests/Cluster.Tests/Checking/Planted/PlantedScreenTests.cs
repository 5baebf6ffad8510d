using Yihao.Cluster.Tests.Checking.Recording;

namespace Yihao.Cluster.Tests.Checking.Planted;

/// <summary>What a faulty push would have shown.</summary>
[Collection<OneRecording>]
public sealed class PlantedScreenTests(RecordedRun recorded)
{
    private const string Screen = "county screen";

    private readonly Plant plant = new(recorded);

    [Theory]
    [InlineData("called")]
    [InlineData("recalled")]
    public void A_call_that_a_screen_never_took_is_found(string kind)
    {
        plant.Replace(Call(kind));
        Assert.Equal(["screens"], plant.Found());
    }

    [Fact]
    public void A_call_that_a_screen_took_twice_is_found()
    {
        var call = Call();
        plant.Replace(call, call, call);
        Assert.Equal(["screens"], plant.Found());
    }

    [Fact]
    public void Two_calls_in_the_wrong_order_are_found()
    {
        var calls = plant.Notes.OfType<Shown>().Where(s => s.Screen == Screen && s.Kind == "called").Take(2).ToList();
        var (first, second) = (calls[0] with { }, calls[1] with { });
        plant.Replace(calls[0], second);
        plant.Replace(calls[1], first);
        Assert.Equal(["screens"], plant.Found());
    }

    [Fact]
    public void A_call_to_another_window_is_found()
    {
        plant.Replace(Call(), Call() with { Window = 7 });
        Assert.Equal(["screens"], plant.Found());
    }

    [Fact]
    public void A_call_of_another_ticket_is_found()
    {
        plant.Replace(Call(), Call() with { Number = "A999" });
        Assert.Equal(["screens"], plant.Found());
    }

    [Fact]
    public void A_call_that_never_was_is_found()
    {
        var taken = plant.Note<Shown>(s => s.Screen == Screen && s.Kind == "taken");
        plant.Replace(taken, taken with { Kind = "called" });
        Assert.Equal(["screens"], plant.Found());
    }

    [Fact]
    public void A_screen_that_was_told_another_ledger_is_found()
    {
        plant.Replace(Call(), Call() with { Ledger = "another" });
        Assert.Equal(["screens"], plant.Found());
    }

    [Fact]
    public void A_picture_that_hides_a_call_is_found()
    {
        var call = Call();
        plant.Replace(call, call with { Kind = "picture", Ticket = null, Number = null, Window = null });
        Assert.Equal(["screens"], plant.Found());
    }

    [Fact]
    public void A_last_call_that_a_screen_never_took_is_found()
    {
        plant.Replace(plant.LastNote<Shown>(s => s.Screen == Screen && s.Kind is ("called" or "recalled")));
        Assert.Equal(["screens"], plant.Found());
    }

    [Fact]
    public void A_screen_that_took_nothing_more_midway_is_found()
    {
        var taken = plant.Notes.OfType<Shown>().Where(s => s.Screen == Screen).ToList();
        foreach (var shown in taken.Skip(taken.Count / 2))
            plant.Replace(shown);
        Assert.Equal(["screens"], plant.Found());
    }

    [Fact]
    public void A_screen_that_never_got_a_picture_is_found()
    {
        foreach (var shown in plant.Notes.OfType<Shown>().Where(s => s.Screen == Screen).ToList())
            plant.Replace(shown);
        var ended = Ended();
        plant.Replace(ended, ended with { Ledger = null, Seq = 0 });
        Assert.Equal(["screens"], plant.Found());
    }

    [Fact]
    public void A_screen_whose_end_nobody_noted_is_found()
    {
        plant.Replace(Ended());
        Assert.Equal(["screens"], plant.Found());
    }

    [Fact]
    public void A_screen_that_ends_behind_its_hall_is_found()
    {
        var ended = Ended();
        plant.Replace(ended, ended with { Seq = 9_999 });
        Assert.Equal(["screens"], plant.Found());
    }

    private ScreenEnded Ended() => plant.Note<ScreenEnded>(e => e.Screen == Screen);

    private Shown Call(string kind = "called") => plant.Note<Shown>(s => s.Screen == Screen && s.Kind == kind);
}
