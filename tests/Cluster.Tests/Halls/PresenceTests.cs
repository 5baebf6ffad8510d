using Microsoft.Extensions.Time.Testing;
using Yihao.Contracts;

namespace Yihao.Cluster.Tests.Halls;

/// <summary>Clerks who fall silent, on a clock the test turns.</summary>
public sealed class PresenceTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_clerk_who_works_over_http_is_there_for_a_quarter_of_an_hour_after_the_last_command()
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite(), time: time);
        var window = await Calling(cluster);

        await Turn(cluster, TimeSpan.FromMinutes(14));
        Assert.NotEqual("unattended", (await State(cluster, window)).State);
        await Turn(cluster, TimeSpan.FromMinutes(2));

        await Retry.For(async () => (await State(cluster, window)).State == "unattended", "the loss of the clerk");
    }

    [Fact]
    public async Task A_loss_that_crosses_a_command_of_the_clerk_takes_nothing_from_him()
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite(), time: time);
        var window = await Calling(cluster);

        Assert.False(await cluster.HallGrain().LoseClerk(window));
        Assert.Equal("calling", (await State(cluster, window)).State);

        // A clerk who does nothing more is lost as ever.
        await Turn(cluster, TimeSpan.FromSeconds(5));
        Assert.True(await cluster.HallGrain().LoseClerk(window));
        Assert.Equal("unattended", (await State(cluster, window)).State);
    }

    [Fact]
    public async Task Refused_commands_of_another_clerk_keep_nobody_who_is_gone()
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite(), time: time);
        var window = await Calling(cluster);
        await cluster.WindowGrain(window).Beat();
        await Turn(cluster, TimeSpan.FromSeconds(25));

        // How much of the turned time has passed when the loss is in the ledger depends on the machine; refused
        // commands that kept him would do so however long it takes.
        var refused = 0;
        await Retry.For(
            async () =>
            {
                if (await OpenAsAnother(cluster, window) is Accepted<WindowAnswer>)
                    return true;
                refused++;
                await Turn(cluster, TimeSpan.FromSeconds(1));
                return false;
            },
            "the loss of the clerk who is gone");

        Assert.NotEqual(0, refused);
    }

    [Fact]
    public async Task A_lost_connection_frees_the_called_ticket_after_30_s_and_a_command_brings_the_clerk_back()
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite(), time: time);
        var window = await Calling(cluster);
        await cluster.WindowGrain(window).Beat();

        await Turn(cluster, TimeSpan.FromSeconds(25));
        Assert.Equal("calling", (await State(cluster, window)).State);
        await Turn(cluster, TimeSpan.FromSeconds(10));

        await Retry.For(async () => (await State(cluster, window)).State == "unattended", "the loss of the clerk");
        var waiting = await Retry.Accepted(() => cluster.HallGrain().ListWaiting());
        Assert.Equal("A001", Assert.Single(waiting.Tickets).Number);
        var back = await Retry.Accepted(
            () => cluster.WindowGrain(window).Act(Asks.At(window, new CallNextAct(false), "back")));
        Assert.Equal(("calling", "A001"), (back.Window.State, back.Number));
    }

    [Fact]
    public async Task A_window_whose_clerk_beats_stays_open_however_long_nothing_is_pressed()
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite(), time: time);
        var window = await cluster.OpenGeneral();
        for (var i = 0; i < 100; i++)
        {
            await cluster.WindowGrain(window).Beat();
            await Turn(cluster, TimeSpan.FromSeconds(20));
        }

        Assert.Equal("ready", (await State(cluster, window)).State);
    }

    [Fact]
    public async Task A_window_whose_own_activation_was_lost_is_watched_again_and_its_silent_clerk_is_missed()
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite(), time: time);
        var window = await cluster.OpenGeneral();
        await cluster.Cluster.DeactivateAsync(cluster.WindowGrain(window));

        await Turn(cluster, TimeSpan.FromMinutes(14));
        Assert.Equal("ready", (await State(cluster, window)).State);

        // How much of the turned time has passed when the watch begins depends on the machine.
        await Retry.For(
            async () =>
            {
                await Turn(cluster, TimeSpan.FromMinutes(1));
                return (await State(cluster, window)).State == "unattended";
            },
            "the loss of the clerk");
    }

    [Fact]
    public async Task A_called_ticket_counts_as_started_after_45_seconds_and_not_before()
    {
        await using var cluster = await HallCluster.Start(HallCluster.NewSqlite(), time: time);
        var window = await Calling(cluster);

        await Turn(cluster, TimeSpan.FromSeconds(44));
        Assert.Equal("calling", (await State(cluster, window)).State);
        await Turn(cluster, TimeSpan.FromSeconds(2));

        await Retry.For(async () => (await State(cluster, window)).State == "serving", "the inferred start");
        Assert.True((await State(cluster, window)).InHand!.StartInferred);
    }

    private static async Task<string> Calling(HallCluster cluster)
    {
        var window = await cluster.OpenGeneral();
        var take = Asks.Take();
        await Retry.Accepted(() => cluster.HallGrain().TakeNumber(take));
        var call = Asks.At(window, new CallNextAct(false));
        await Retry.Accepted(() => cluster.WindowGrain(window).Act(call));
        return window;
    }

    private static Task<Answer<WindowAnswer>> OpenAsAnother(HallCluster cluster, string window) =>
        cluster.HallGrain().AtWindow(Asks.At(window, new OpenAct(Asks.GeneralWindow(1).Clerk)));

    private static async Task<WindowView> State(HallCluster cluster, string window)
    {
        var hall = await Retry.Accepted(() => cluster.HallGrain().Describe());
        return hall.Windows.Single(w => w.Window == window);
    }

    /// <summary>
    /// In steps no longer than the timers' periods, with a call between them, so that every tick is seen.
    /// </summary>
    private async Task Turn(HallCluster cluster, TimeSpan span)
    {
        var step = TimeSpan.FromSeconds(span > TimeSpan.FromMinutes(1) ? 10 : 1);
        for (var turned = TimeSpan.Zero; turned < span; turned += step)
        {
            time.Advance(step);
            await Retry.Accepted(() => cluster.HallGrain().Summarize());
        }
    }
}
