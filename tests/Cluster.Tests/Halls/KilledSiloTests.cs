using System.Collections.Concurrent;
using Yihao.Contracts;
using Yihao.Storage;
using Yihao.Tests.Shared;

namespace Yihao.Cluster.Tests.Halls;

/// <summary>
/// Streams of commands with retries while silos die and activations fight; afterwards the ledger is read.
/// </summary>
public sealed class KilledSiloTests
{
    private const int Takers = 12;
    private const int NumbersEach = 60;
    private const int Windows = 4;

    [Fact]
    public async Task A_silo_killed_in_the_middle_of_a_stream_loses_no_number_and_calls_none_twice()
    {
        await using var postgres = await ThrowawayPostgres.Start();
        await using var cluster = await HallCluster.Start(OnPostgres(postgres), silos: 2);
        await cluster.HallGrain().TakeNumber(Asks.Take());

        await Stream(cluster, async taken =>
        {
            await Retry.For(() => Task.FromResult(taken.Count > Takers * NumbersEach / 4), "a quarter of the numbers");
            await cluster.Cluster.KillSiloAsync(cluster.OwnerOf(HallCluster.Hall));
            await cluster.Cluster.StartAdditionalSiloAsync();
        });
    }

    [Fact]
    public async Task Another_owner_that_takes_the_hall_in_the_middle_of_a_stream_changes_nothing_for_the_callers()
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite());
        await Stream(cluster, async taken =>
        {
            for (var part = 1; part < 6; part++)
            {
                var many = Takers * NumbersEach * part / 8;
                await Retry.For(() => Task.FromResult(taken.Count > many), $"{many} numbers");
                await cluster.Ledger.Open(HallCluster.Hall, CancellationToken.None);
            }
        });
    }

    [Fact]
    public async Task An_activation_that_lost_its_hall_answers_nothing_from_its_memory()
    {
        await using var postgres = await ThrowawayPostgres.Start();
        await using var one = await HallCluster.Start(OnPostgres(postgres));
        await using var other = await HallCluster.Start(OnPostgres(postgres));
        for (var i = 0; i < 5; i++)
        {
            var (holder, loser) = i % 2 == 0 ? (one, other) : (other, one);
            await Retry.Accepted(() => loser.HallGrain().TakeNumber(Asks.Take($"a{i}")));
            var taken = await Retry.Until(() => holder.HallGrain().TakeNumber(Asks.Take($"b{i}")));

            var read = await Retry.Until(() => loser.HallGrain().Board());
            Assert.InRange(read.AsOf.Seq, taken.AsOf.Seq, long.MaxValue);
            await Retry.Accepted(() => holder.HallGrain().TakeNumber(Asks.Take($"c{i}")));
            var refused = await Retry.Until(() => loser.WindowGrain("1").Act(Asks.At("none", new CallNextAct(false))));
            Assert.InRange(refused.AsOf.Seq, taken.AsOf.Seq + 1, long.MaxValue);
        }
    }

    [Fact]
    public async Task Two_activations_of_one_hall_in_two_clusters_never_give_the_same_number()
    {
        await using var postgres = await ThrowawayPostgres.Start();
        await using var one = await HallCluster.Start(OnPostgres(postgres));
        await using var other = await HallCluster.Start(OnPostgres(postgres));

        var taken = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Retry.Accepted(
            () => (i % 2 == 0 ? one : other).HallGrain().TakeNumber(Asks.Take($"n{i}")))));

        Assert.Equal(40, taken.Select(t => t.Ticket).Distinct().Count());
        Assert.Equal(40, (await one.WholeLedger()).Count(e => e.Kind == "taken"));
    }

    private static StorageOptions OnPostgres(ThrowawayPostgres postgres) => new()
    {
        Provider = StorageProvider.PostgreSql,
        ConnectionString = postgres.ConnectionString("postgres"),
    };

    private static async Task Stream(HallCluster cluster, Func<ConcurrentBag<string>, Task> disturb)
    {
        ConcurrentBag<string> taken = [];
        ConcurrentBag<string> called = [];
        List<string> windows = [];
        for (var i = 0; i < Windows; i++)
            windows.Add(await cluster.OpenGeneral(i));

        var takers = Enumerable.Range(0, Takers).Select(t => TakeMany(cluster, t, taken)).ToList();
        var disturbance = disturb(taken);
        var allTaken = Task.WhenAll(takers);
        await Task.WhenAll([allTaken, disturbance, .. windows.Select(w => CallUntil(cluster, w, allTaken, called))]);

        Assert.Equal(Takers * NumbersEach, taken.Distinct().Count());
        var ledger = await cluster.WholeLedger();
        var written = ledger.Where(e => e.Kind == "taken").Select(e => e.Ticket!).ToList();
        Assert.Equal(written.Count, written.Distinct().Count());
        Assert.Empty(taken.Except(written));
        var calls = ledger.Where(e => e.Kind == "called").Select(e => e.Ticket!).ToList();
        Assert.Equal(calls.Count, calls.Distinct().Count());
        Assert.Equal(calls.Order(), called.Distinct().Order());
    }

    private static async Task TakeMany(HallCluster cluster, int taker, ConcurrentBag<string> taken)
    {
        for (var i = 0; i < NumbersEach; i++)
        {
            var request = Asks.Take($"{taker}-{i}");
            taken.Add((await Retry.Accepted(() => cluster.HallGrain().TakeNumber(request))).Ticket);
        }
    }

    private static async Task CallUntil(
        HallCluster cluster, string window, Task allTaken, ConcurrentBag<string> called)
    {
        while (true)
        {
            var last = allTaken.IsCompleted;
            var call = Asks.At(window, new CallNextAct(true));
            var answer = await Retry.Accepted(() => cluster.WindowGrain(window).Act(call));
            if (answer.Ticket is { } ticket)
                called.Add(ticket);
            else if (last)
                return;
        }
    }
}
