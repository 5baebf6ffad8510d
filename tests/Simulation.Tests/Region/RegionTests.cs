using System.Collections.Concurrent;
using System.Globalization;

namespace Yihao.Simulation.Tests.Region;

/// <summary>
/// Three halls that lend and send each other tickets, killed at any point, with messages lost, late and repeated.
/// YIHAO_SEEDS says how many seeds (default 500), YIHAO_SEED runs a single one again.
/// </summary>
public sealed class RegionTests(ITestOutputHelper output)
{
    private const int SeedsOfTheGate = 500;

    private static readonly string[] Between =
    [
        "overflow", "loanAsked", "loanWithdrawn", "loanSettled", "loanRefused", "boothTaken", "boothFreed", "guestCame",
        "moveBegun", "moved", "offered", "offerEnded", "covered", "uncovered", "finishedByHelper",
    ];

    [Fact]
    public void A_ticket_that_moves_is_never_in_two_queues_and_never_in_none()
    {
        var seen = new ConcurrentDictionary<string, int>();
        var broken = new ConcurrentDictionary<ulong, string>();
        var seeds = Number("YIHAO_SEED") is { } one
            ? [one]
            : Enumerable.Range(1, (int)(Number("YIHAO_SEEDS") ?? SeedsOfTheGate)).Select(n => (ulong)n).ToList();
        Parallel.ForEach(seeds, seed =>
        {
            try
            {
                foreach (var (kind, times) in Run(seed))
                    seen.AddOrUpdate(kind, times, (_, before) => before + times);
            }
            catch (Exception failure)
            {
                broken[seed] = $"seed {seed}: {(failure is BrokenPromiseException ? failure.Message : failure)}";
            }
        });

        output.WriteLine(string.Join(", ", seen.OrderBy(s => s.Value).Select(s => $"{s.Key} {s.Value}")));
        Assert.True(broken.IsEmpty, $"{broken.Count} seeds broke: {string.Join(", ", broken.Keys.Order().Take(20))}\n"
            + broken.OrderBy(b => b.Key).Select(b => b.Value).FirstOrDefault());
        Assert.Empty(seeds.Count >= SeedsOfTheGate ? Between.Except(seen.Keys) : []);
    }

    [Fact]
    public void The_same_seed_is_the_same_region()
    {
        for (ulong seed = 1; seed <= 10; seed++)
            Assert.Equal(Run(seed), Run(seed));
    }

    private static SortedDictionary<string, int> Run(ulong seed)
    {
        var world = new RegionWorld(seed);
        for (var steps = world.Chance.Between(300, 2_000); steps > 0; steps--)
            world.Step();
        world.CalmDown();
        world.Settle();
        world.Book.CheckTheEnd();
        return world.Book.Seen;
    }

    private static ulong? Number(string variable) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
