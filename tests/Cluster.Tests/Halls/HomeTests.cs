using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Yihao.Grains.Network;
using Yihao.Grains.Placement;

namespace Yihao.Cluster.Tests.Halls;

/// <summary>Halls go to the silo where they belong after it has joined, and nothing is lost on the way.</summary>
public sealed class HomeTests
{
    [Fact]
    public async Task Halls_go_home_to_a_silo_that_joined_and_only_those_that_belong_there()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 2, 2, 0, 0, TimeSpan.Zero));
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite(), time: time);
        var halls = HallCluster.Sample.Halls.Select(h => h.Hall).ToList();
        foreach (var hall in halls)
            await Retry.Accepted(() => cluster.HallGrain(hall).TakeNumber(Asks.Take("before")));

        var joined = await cluster.Cluster.StartAdditionalSiloAsync();
        var homes = joined.ServiceProvider.GetRequiredService<HallHomes>();
        await SeeEachOther(cluster, time);
        var belong = halls.Where(homes.IsHere).ToList();
        Assert.InRange(belong.Count, 1, halls.Count - 1);

        await Retry.For(
            async () =>
            {
                time.Advance(TimeSpan.FromMilliseconds(250));
                await Task.WhenAll(halls.Select(hall => cluster.HallGrain(hall).Wake()));
                return belong.All(hall => cluster.OwnerOf(hall) == joined);
            },
            "every hall at home");

        Assert.All(halls.Except(belong), hall => Assert.NotEqual(joined, cluster.OwnerOf(hall)));
        foreach (var hall in halls)
        {
            await Retry.Accepted(() => cluster.HallGrain(hall).TakeNumber(Asks.Take("after")));
            Assert.Equal(2, (await cluster.WholeLedger(hall)).Count(e => e.Kind == "taken"));
        }
    }

    [Fact]
    public async Task A_clerk_whose_page_went_while_the_hall_moved_is_missed_as_soon_as_anywhere()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 2, 2, 0, 0, TimeSpan.Zero));
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite(), time: time);
        var halls = HallCluster.Sample.Halls
            .Where(h => h.Windows.Any(w => w.Kind == WindowKind.General)).Select(h => h.Hall).ToList();
        var windows = new Dictionary<string, string>();
        foreach (var hall in halls)
        {
            windows[hall] = await cluster.OpenGeneral(hall: hall);
            await cluster.WindowGrain(windows[hall], hall).Beat();
        }

        var joined = await cluster.Cluster.StartAdditionalSiloAsync();
        await SeeEachOther(cluster, time);
        var moves = halls.First(joined.ServiceProvider.GetRequiredService<HallHomes>().IsHere);
        await Retry.For(
            async () =>
            {
                time.Advance(TimeSpan.FromMilliseconds(250));
                await cluster.WindowGrain(windows[moves], moves).Beat();
                await cluster.HallGrain(moves).Wake();
                return cluster.OwnerOf(moves) == joined;
            },
            "the hall at home");

        for (var i = 0; i < 240; i++)
        {
            time.Advance(TimeSpan.FromMilliseconds(250));
            await Retry.Accepted(() => cluster.HallGrain(moves).Summarize());
        }

        await Retry.For(
            async () => (await Retry.Accepted(() => cluster.HallGrain(moves).Describe()))
                .Windows.Single(w => w.Window == windows[moves]).State == "unattended",
            "the loss of the clerk");
    }

    [Fact]
    public async Task Halls_take_over_a_network_that_is_put_in_force_while_they_work()
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite());
        await Retry.Accepted(() => cluster.HallGrain().TakeNumber(Asks.Take("before")));
        var text = SampleNetwork.Text.Replace("合浦县", "新合浦县", StringComparison.Ordinal);
        var newer = ((NetworkResult.Valid)NetworkFile.Parse(text)).Network;
        cluster.Cluster.Silos[0].ServiceProvider.GetRequiredService<NetworkInForce>().Replace(newer, text);

        await Retry.For(
            async () => (await Retry.Accepted(() => cluster.HallGrain().Summarize())).Name == "新合浦县",
            "the hall by its new name");
        Assert.Equal("A002", (await Retry.Accepted(() => cluster.HallGrain().TakeNumber(Asks.Take("after")))).Number);
    }

    /// <summary>A silo that does not know the other yet takes every hall for its own.</summary>
    private static async Task SeeEachOther(HallCluster cluster, FakeTimeProvider time)
    {
        await Retry.For(
            () => Task.FromResult(cluster.Cluster.Silos.All(silo => Known(silo.ServiceProvider) == 2)),
            "each silo known to the other");
        time.Advance(TimeSpan.FromSeconds(1)); // What was looked up before is old now.
    }

    private static int Known(IServiceProvider silo)
    {
        var manifests = silo.GetRequiredService<IClusterManifestProvider>().Current.Silos;
        return silo.GetRequiredService<ISiloStatusOracle>().GetApproximateSiloStatuses(onlyActive: true).Keys
            .Count(manifests.ContainsKey);
    }
}
