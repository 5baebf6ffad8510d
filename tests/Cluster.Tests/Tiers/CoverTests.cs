using Microsoft.Extensions.Time.Testing;
using Yihao.Cluster.Tests.Halls;
using Yihao.Contracts;
using Yihao.Storage;
using Yihao.Tests.Shared;

namespace Yihao.Cluster.Tests.Tiers;

/// <summary>Clerks who fall silent and the deputies who cover them, on a clock the test turns.</summary>
public sealed class CoverTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_lost_clerk_is_covered_within_the_delay_and_half_a_second_and_not_before()
    {
        await using var cluster = await HallCluster.Start(
            HallCluster.NewSqlite(), time: time, network: SmallCounty.Network);
        await Attend(cluster);

        await Turn(cluster, TimeSpan.FromSeconds(29.75), "2");
        Assert.Null((await See(cluster, "1")).CoveredBy);
        await Turn(cluster, TimeSpan.FromSeconds(0.75), "2");

        await Retry.For(async () => (await See(cluster, "1")).CoveredBy == "2", "window 2 covers window 1");
        Assert.Equal("lost", Assert.Single((await See(cluster, "2")).Covers).Cause);
    }

    [Fact]
    public async Task A_reconnect_in_time_changes_nothing()
    {
        await using var cluster = await HallCluster.Start(
            HallCluster.NewSqlite(), time: time, network: SmallCounty.Network);
        await Attend(cluster);

        for (var i = 0; i < 4; i++)
        {
            await Turn(cluster, TimeSpan.FromSeconds(28), "2");
            await Beat(cluster, "1");
        }

        Assert.Empty((await cluster.WholeLedger(SmallCounty.County)).Select(e => e.Kind).Intersect(["covered"]));
        Assert.Equal("ready", (await See(cluster, "1")).State);
    }

    [Fact]
    public async Task A_pause_is_covered_in_the_same_moment_and_the_return_takes_it_back()
    {
        await using var cluster = await HallCluster.Start(
            HallCluster.NewSqlite(), time: time, network: SmallCounty.Network);
        await Attend(cluster);

        var paused = await Act(cluster, "1", new PauseAct("break", null));
        Assert.Equal("2", paused.Window.CoveredBy);
        var back = await Act(cluster, "1", new ResumeAct());
        Assert.Null(back.Window.CoveredBy);
        Assert.Empty((await See(cluster, "2")).Covers);
    }

    [Fact]
    public async Task A_silo_that_dies_flips_no_first_clerk_to_a_deputy()
    {
        await using var postgres = await ThrowawayPostgres.Start();
        var storage = new StorageOptions
        {
            Provider = StorageProvider.PostgreSql,
            ConnectionString = postgres.ConnectionString("postgres"),
        };
        await using var cluster = await HallCluster.Start(storage, 2, time, SmallCounty.Network);
        await Attend(cluster);
        await cluster.Cluster.KillSiloAsync(cluster.OwnerOf(SmallCounty.County));
        await cluster.Cluster.StartAdditionalSiloAsync();

        // Pages need some seconds to come back.
        await Turn(cluster, TimeSpan.FromSeconds(19));
        await Turn(cluster, TimeSpan.FromSeconds(60), "1", "2");

        var ledger = await cluster.WholeLedger(SmallCounty.County);
        Assert.DoesNotContain(ledger, e => e.Kind == "covered");
        Assert.Equal(("ready", "ready"), ((await See(cluster, "1")).State, (await See(cluster, "2")).State));
    }

    private static async Task Attend(HallCluster cluster)
    {
        foreach (var (window, clerk) in new[] { ("1", "c1"), ("2", "c2") })
        {
            await Act(cluster, window, new OpenAct(clerk));
            await Beat(cluster, window);
        }
    }

    private static Task<bool> Beat(HallCluster cluster, string window) => Retry.Until(async () =>
    {
        await cluster.WindowGrain(window, SmallCounty.County).Beat();
        return true;
    });

    private static Task<WindowAnswer> Act(HallCluster cluster, string window, WindowAct act)
    {
        var request = Asks.At(window, act);
        return Retry.Accepted(() => cluster.WindowGrain(window, SmallCounty.County).Act(request));
    }

    private static async Task<WindowView> See(HallCluster cluster, string window)
    {
        var hall = await Retry.Accepted(() => cluster.HallGrain(SmallCounty.County).Describe());
        return hall.Windows.Single(w => w.Window == window);
    }

    /// <summary>
    /// In steps as long as the timers' periods, with a call to the hall and to its first window between: every tick is
    /// over before the next one. Without it one that is late looks at a clock which nobody turns any more.
    /// </summary>
    private async Task Turn(HallCluster cluster, TimeSpan span, params string[] beating)
    {
        for (var turned = TimeSpan.Zero; turned < span; turned += Step)
        {
            time.Advance(Step);
            foreach (var window in beating)
                await Beat(cluster, window);
            await TickIsOver(cluster, "1");
            await Retry.Accepted(() => cluster.HallGrain(SmallCounty.County).Summarize());
        }
    }

    /// <summary>A command that is refused is no sign of life, and answered after the ticks before it.</summary>
    private static Task<bool> TickIsOver(HallCluster cluster, string window) => Retry.Until(async () =>
    {
        var recall = Asks.At(window, new RecallAct());
        Assert.IsType<Refused<WindowAnswer>>(await cluster.WindowGrain(window, SmallCounty.County).Act(recall));
        return true;
    });
}
