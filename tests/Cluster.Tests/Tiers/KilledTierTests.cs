using System.Collections.Concurrent;
using Yihao.Cluster.Tests.Halls;
using Yihao.Contracts;
using Yihao.Grains.Ports;
using Yihao.Storage;
using Yihao.Tests.Shared;

namespace Yihao.Cluster.Tests.Tiers;

/// <summary>Tickets that are served in one hall by clerks of another, or move there, while silos die.</summary>
public sealed class KilledTierTests
{
    private const int Numbers = 60;

    [Fact]
    public async Task A_village_without_a_clerk_is_served_by_the_county_while_the_silos_of_both_die()
    {
        await using var postgres = await ThrowawayPostgres.Start();
        await using var cluster = await Start(postgres);
        var windows = await OpenDesks(cluster);
        var taken = await Take(cluster, Numbers);
        ConcurrentBag<string> served = [];

        var desks = windows.Select(window => Serve(cluster, window, served)).ToList();
        await Retry.For(() => Task.FromResult(served.Distinct().Count() > Numbers / 5), "a fifth is served");
        await Kill(cluster, SmallCounty.Village);
        await Retry.For(() => Task.FromResult(served.Distinct().Count() > Numbers / 2), "half is served");
        await Kill(cluster, SmallCounty.County);
        await Task.WhenAll(desks);

        var home = await cluster.WholeLedger(SmallCounty.Village);
        var away = await cluster.WholeLedger(SmallCounty.County);
        foreach (var ticket in taken)
        {
            Assert.Single(home, e => e.Kind == "finished" && e.Ticket == ticket);
            Assert.Single(away, e => e.Kind == "finished" && e.Ticket == ticket);
            NeverTwiceAtOnce(home, ticket);
            NeverTwiceAtOnce(away, ticket);
        }
    }

    [Fact]
    public async Task A_ticket_sent_to_another_hall_arrives_once_while_the_silos_of_both_die()
    {
        await using var postgres = await ThrowawayPostgres.Start();
        await using var cluster = await Start(postgres);
        var village = cluster.WindowGrain("1", SmallCounty.Village);
        await Retry.Accepted(() => village.Act(Asks.At("1", new OpenAct("v1"), "open")));
        var taken = await Take(cluster, Numbers);
        var sent = 0;

        var sending = SendAll(taken, async ticket =>
        {
            var send = Asks.At("1", new TransferAct(ticket, null, null, "sooner") { ToHall = SmallCounty.County });
            await Retry.Accepted(() => village.Act(send));
            sent++;
        });
        await Retry.For(() => Task.FromResult(sent > Numbers / 4), "a quarter is sent");
        await Kill(cluster, SmallCounty.County);
        await Retry.For(() => Task.FromResult(sent > Numbers / 2), "half is sent");
        await Kill(cluster, SmallCounty.Village);
        await sending;
        await Retry.For(
            async () => (await cluster.WholeLedger(SmallCounty.Village)).Count(e => e.Kind == "moved") == Numbers,
            "every ticket has arrived");

        var there = await cluster.WholeLedger(SmallCounty.County);
        foreach (var ticket in taken)
            Assert.Single(there, e => e.Kind == "guestCame" && e.Ticket == ticket);
        var waiting = await Retry.Accepted(() => cluster.HallGrain(SmallCounty.County).ListWaiting());
        Assert.Equal(taken, waiting.Tickets.Select(t => t.Ticket));
    }

    private static Task<HallCluster> Start(ThrowawayPostgres postgres) => HallCluster.Start(
        new StorageOptions
        {
            Provider = StorageProvider.PostgreSql,
            ConnectionString = postgres.ConnectionString("postgres"),
        },
        silos: 2,
        network: SmallCounty.Network);

    private static async Task<IReadOnlyList<string>> OpenDesks(HallCluster cluster)
    {
        foreach (var (window, clerk) in new[] { ("1", "c1"), ("2", "c2") })
        {
            var open = Asks.At(window, new OpenAct(clerk));
            await Retry.Accepted(() => cluster.WindowGrain(window, SmallCounty.County).Act(open));
        }

        return ["1", "2"];
    }

    private static async Task<IReadOnlyList<string>> Take(HallCluster cluster, int many)
    {
        List<string> taken = [];
        for (var i = 0; i < many; i++)
        {
            var take = Asks.Take($"n{i}", "card");
            taken.Add((await Retry.Accepted(() => cluster.HallGrain(SmallCounty.Village).TakeNumber(take))).Ticket);
        }

        return taken;
    }

    /// <summary>A clerk who presses one key until nobody of the village waits any more.</summary>
    private static async Task Serve(HallCluster cluster, string window, ConcurrentBag<string> served)
    {
        while (served.Distinct().Count() < Numbers)
        {
            var next = Asks.At(window, new CallNextAct(true));
            var answer = await Retry.Accepted(() => cluster.WindowGrain(window, SmallCounty.County).Act(next));
            if (answer.Ticket is { } ticket)
                served.Add(ticket);
        }

        var last = Asks.At(window, new FinishAct(null));
        await Retry.Until(() => cluster.WindowGrain(window, SmallCounty.County).Act(last));
        await Retry.For(
            async () => (await cluster.WholeLedger(SmallCounty.Village)).Count(e => e.Kind == "finished") == Numbers,
            "the village knows that all are served");
    }

    private static async Task SendAll(IReadOnlyList<string> tickets, Func<string, Task> send)
    {
        foreach (var ticket in tickets)
            await send(ticket);
    }

    private static async Task Kill(HallCluster cluster, string hall)
    {
        await cluster.Cluster.KillSiloAsync(cluster.OwnerOf(hall));
        await cluster.Cluster.StartAdditionalSiloAsync();
    }

    /// <summary>Between two calls of a ticket it was let go.</summary>
    private static void NeverTwiceAtOnce(IReadOnlyList<LedgerEntry> ledger, string ticket)
    {
        var inHand = false;
        foreach (var entry in ledger.Where(e => e.Ticket == ticket))
        {
            if (entry.Kind == "called")
            {
                Assert.False(inHand, $"{ticket} is called twice at once, at {entry.Seq}");
                inHand = true;
            }
            else if (entry.Kind is "released" or "finished" or "noShow")
            {
                inHand = false;
            }
        }
    }
}
