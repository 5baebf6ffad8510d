using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Yihao.Contracts;

namespace Yihao.Cluster.Tests.Halls;

public sealed class ObserverTests
{
    [Fact]
    public async Task A_node_gets_every_event_once_and_in_order_and_a_renewal_after_a_kill_brings_what_it_missed()
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite());
        var node = new Node(cluster);
        await node.Renew();
        for (var i = 0; i < 20; i++)
            await Retry.Accepted(TakeOne(cluster));
        await Retry.For(() => Task.FromResult(node.Numbers.Count == 20), "20 numbers at the node");

        await cluster.Cluster.KillSiloAsync(cluster.Cluster.Silos[0]);
        await cluster.Cluster.StartAdditionalSiloAsync();
        for (var i = 0; i < 5; i++)
            await Retry.Accepted(TakeOne(cluster));
        await node.Renew();
        await Retry.Accepted(TakeOne(cluster));

        await Retry.For(() => Task.FromResult(node.Numbers.Count >= 26), "26 numbers at the node");
        Assert.Equal(Enumerable.Range(1, 26).Select(n => $"A{n:000}"), node.Numbers);
        Assert.Equal(1, node.Pictures);
    }

    [Fact]
    public async Task A_day_that_ends_for_more_people_than_are_remembered_resets_the_picture_and_goes_on()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite(), time: time);
        await Task.WhenAll(Enumerable.Range(0, 1_200).Select(_ => Retry.Accepted(TakeOne(cluster))));
        var node = new Node(cluster);
        await node.Renew();

        time.Advance(TimeSpan.FromHours(24));
        var first = await Retry.Accepted(TakeOne(cluster));
        await node.Renew();
        await Retry.Accepted(TakeOne(cluster));

        Assert.EndsWith("20261124-A001", first.Ticket, StringComparison.Ordinal);
        await Retry.For(() => Task.FromResult(node.Numbers.Count == 1), "the second number of the new day at the node");
        Assert.Equal(["A002"], node.Numbers);
        Assert.Equal(2, node.Pictures);
    }

    private static Func<Task<Answer<TicketTaken>>> TakeOne(HallCluster cluster)
    {
        var request = Asks.Take();
        return () => cluster.HallGrain().TakeNumber(request);
    }

    /// <summary>A hub node that follows the rule: drops what it has, renews at a gap.</summary>
    private sealed class Node(HallCluster cluster) : IHallObserver
    {
        private readonly Lock gate = new();
        private IHallObserver? reference;
        private string? ledger;
        private long upTo;

        public ConcurrentQueue<string> Numbers { get; } = [];

        public int Pictures { get; private set; }

        public Task Publish(HallEvents events)
        {
            Take(events);
            return Task.CompletedTask;
        }

        public async Task Renew()
        {
            reference ??= cluster.Cluster.Client.CreateObjectReference<IHallObserver>(this);
            var subscribed = await Retry.Until(
                () => cluster.HallGrain().Subscribe(new("node", reference, ledger, upTo)));
            if (subscribed is CaughtUp caughtUp)
                Take(caughtUp.Missed);
            else if (subscribed is Reset reset)
                (ledger, upTo, Pictures) = (reset.Picture.Ledger, reset.Picture.Seq, Pictures + 1);
        }

        private void Take(HallEvents events)
        {
            lock (gate)
            {
                if (events.Ledger != ledger || events.After > upTo)
                    return;
                foreach (var one in events.Events.Where(e => e.Seq > upTo && e.Kind == "taken"))
                    Numbers.Enqueue(one.Number!);
                upTo = Math.Max(upTo, events.UpTo);
            }
        }
    }
}
