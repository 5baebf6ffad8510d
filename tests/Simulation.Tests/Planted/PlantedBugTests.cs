namespace Yihao.Simulation.Tests;

/// <summary>A simulation that finds nothing proves nothing: each of these bugs must be found.</summary>
public sealed class PlantedBugTests(ITestOutputHelper output)
{
    private const int Seeds = 40;

    [Theory]
    [InlineData(nameof(Bugs.LosesAcknowledged))]
    [InlineData(nameof(Bugs.AnswersBeforeDurable))]
    [InlineData(nameof(Bugs.NoFence))]
    [InlineData(nameof(Bugs.WritesTwice))]
    [InlineData(nameof(Bugs.HallAnswersEarly))]
    [InlineData(nameof(Bugs.HallForgetsRequests))]
    [InlineData(nameof(Bugs.SnapshotLies))]
    [InlineData(nameof(Bugs.ScreenTakesAll))]
    public void A_planted_bug_is_found(string bug)
    {
        var found = new List<string>();
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            try
            {
                Simulation.Of(seed, Enum.Parse<Bugs>(bug));
            }
            catch (BrokenPromiseException broken)
            {
                found.Add(broken.Message.Split('\n')[0]);
            }
        }

        output.WriteLine($"{bug}: found by {found.Count} of {Seeds} seeds, first: {found.FirstOrDefault()}");
        Assert.NotEmpty(found);
        Assert.All(found, message => Assert.StartsWith("seed ", message, StringComparison.Ordinal));
    }
}
