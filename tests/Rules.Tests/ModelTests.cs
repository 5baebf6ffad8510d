using CsCheck;
using Yihao.Rules.Tests.Model;

namespace Yihao.Rules.Tests;

/// <summary>
/// Random commands against a hall and a naive model of it: the same choice, numbers, states and refusals.
/// </summary>
public class ModelTests
{
    private const int Runs = 380;

    private static readonly Gen<Dice[]> Days =
        Gen.Select(Gen.Int[0, 999], Gen.Int[0, 9_999], Gen.Int[0, 9_999], Gen.Int[0, 99])
            .Select((kind, what, which, time) => new Dice(kind, what, which, time))
            .Array[250, 350];

    [Fact]
    public void A_hall_does_what_the_domain_says_for_100_000_random_commands()
    {
        var coverage = new Coverage();
        Parallel.For(0, Runs, new ParallelOptions { MaxDegreeOfParallelism = 2 }, run => Play(run, coverage));
        Assert.True(coverage.Commands >= 100_000, $"only {coverage.Commands} commands");
        // What is between halls has a play of its own: see TwoHallsTests.
        Refusal[] elsewhere =
            [Refusal.RequestIdReused, Refusal.TicketOfAnotherHall, Refusal.BoothsTaken, Refusal.LoanOver];
        var rare = Enum.GetValues<Refusal>().Except(elsewhere).Select(r => r.ToString())
            .Concat(Enum.GetValues<CallRule>().Where(r => r != CallRule.Remote).Select(r => $"called {r}"))
            .Concat(Enum.GetNames<ReturnCause>().Select(c => $"returned {c}"))
            .Concat(Enum.GetNames<ReleaseCause>().Select(c => $"released {c}"))
            .Concat(Enum.GetNames<WindowChange>().Select(c => $"window {c}"))
            .Concat(Enum.GetNames<OfferEnd>().Select(e => $"offer {e}"))
            .Concat(Enum.GetNames<AbsenceCause>().SelectMany(c => new[] { $"covered for {c}", $"sat down for {c}" }))
            .Concat(Enum.GetNames<AbsenceCause>().Select(c => $"rerouted for {c}"))
            .Concat(Enum.GetNames<UncoverCause>().Select(c => $"uncovered, {c}"))
            .Append("returned NoShow, to the same window")
            .Append("started by inference")
            .Append("expired")
            .Where(what => coverage.Seen.GetValueOrDefault(what) < 20);
        Assert.True(!rare.Any(), $"too rare to prove anything: {string.Join(", ", rare)} of {coverage}");
    }

    [Fact]
    public void The_same_seed_is_the_same_trace()
    {
        List<string> Story(int run)
        {
            var played = new ModelRun(run, new Coverage());
            played.Play(Days.Generate(PCG.Parse(Seeds.Of(run)), null!, out _));
            return played.Story;
        }

        Assert.Equal(Story(3), Story(3));
        Assert.NotEqual(Story(3), Story(4));
    }

    private static void Play(int run, Coverage coverage)
    {
        var seed = Seeds.Of(run);
        ModelRun? played = null;
        try
        {
            Days.Sample(
                dices =>
                {
                    played = new ModelRun(run, coverage);
                    played.Play(dices);
                },
                seed: seed,
                iter: 1,
                threads: 1);
        }
        catch (CsCheckException failure)
        {
            var story = string.Join('\n', played!.Story.TakeLast(40));
            throw new InvalidOperationException($"run {run}, seed {seed}: the last of it:\n{story}", failure);
        }
    }
}
