using System.Collections.Concurrent;
using System.Globalization;
using Yihao.Grains.Codec;

namespace Yihao.Simulation.Tests;

/// <summary>
/// The shipping hall against everything that goes wrong around it. YIHAO_SEEDS says how many seeds (default 2,000),
/// YIHAO_SEED runs a single one again.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int SeedsOfTheGate = 2_000;

    [Fact]
    public void A_hall_keeps_its_promises_whatever_happens_around_it()
    {
        var seeds = Number("YIHAO_SEED") is { } one ? [one] : Seeds(Number("YIHAO_SEEDS") ?? SeedsOfTheGate);
        var runs = new ConcurrentBag<Run>();
        var broken = new ConcurrentDictionary<ulong, string>();

        Parallel.ForEach(seeds, seed =>
        {
            try
            {
                runs.Add(Simulation.Of(seed));
            }
            catch (Exception failure)
            {
                broken[seed] = failure is BrokenPromiseException ? failure.Message : $"seed {seed}: {failure}";
            }
        });

        output.WriteLine($"{runs.Count} seeds, {runs.Sum(r => r.Steps)} steps, {runs.Sum(r => r.Entries)} entries, "
            + $"{runs.Sum(r => r.Epochs)} activations, {runs.Sum(r => r.Answers)} answers, "
            + $"{runs.Sum(r => r.Repeats)} repeated, {runs.Sum(r => r.Shown)} events on screens");
        var seen = runs.SelectMany(r => r.Seen).GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.Sum(s => s.Value));
        output.WriteLine(string.Join(", ", seen.OrderBy(s => s.Value).Select(s => $"{s.Key} {s.Value}")));
        // A run that does not get anywhere keeps every promise, too.
        var missed = broken.IsEmpty && runs.Count >= 1_000 ? EverythingThatOccurs().Except(seen.Keys) : [];
        Assert.Empty(missed);
        Assert.True(broken.IsEmpty, $"{broken.Count} seeds broke: {string.Join(", ", broken.Keys.Order().Take(20))}\n"
            + broken.OrderBy(b => b.Key).Select(b => b.Value).FirstOrDefault());
    }

    [Fact]
    public void The_same_seed_gives_the_same_trace()
    {
        for (ulong seed = 1; seed <= 20; seed++)
            Assert.Equal(Simulation.Of(seed).Trace, Simulation.Of(seed).Trace);
    }

    [Fact]
    public void Different_seeds_give_different_traces()
    {
        var traces = Seeds(50).Select(seed => Simulation.Of(seed).Trace).ToList();

        Assert.Equal(traces.Count, traces.Distinct().Count());
    }

    [Fact]
    public void A_crowd_of_more_than_a_thousand_passes_the_end_of_the_day()
    {
        var run = Simulation.OfCrowd(seed: 1, crowd: 1_100);

        Assert.True(run.Entries > 2_200, $"{run.Entries} entries: nobody's day ended");
    }

    /// <summary>Nobody is asked a second time in one process.</summary>
    private static IEnumerable<string> EverythingThatOccurs() =>
        EventCodec.AllKinds.Except(BetweenHalls).Except(["requestAnswered"])
            .Concat(Enum.GetNames<Refusal>().Except(BetweenHalls).Except([nameof(Refusal.HallClosed)]));

    /// <summary>What needs more than one hall: see <see cref="Region.RegionTests"/>.</summary>
    private static readonly string[] BetweenHalls =
    [
        "overflow", "boothTaken", "boothFreed", "loanAsked", "loanWithdrawn", "loanSettled", "loanRefused", "guestCame",
        "moveBegun", "moved", "moveFailed", nameof(Refusal.TicketOfAnotherHall), nameof(Refusal.BoothsTaken),
        nameof(Refusal.LoanOver),
    ];

    private static IEnumerable<ulong> Seeds(ulong count)
    {
        for (ulong seed = 1; seed <= count; seed++)
            yield return seed;
    }

    private static ulong? Number(string variable) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
