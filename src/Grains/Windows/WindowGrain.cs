using Microsoft.Extensions.Logging;
using Yihao.Contracts;
using Yihao.Grains.Halls;
using Yihao.Grains.Network;
using Yihao.Grains.Placement;
using Yihao.Grains.Ports;
using Yihao.Rules;

namespace Yihao.Grains.Windows;

/// <summary>
/// One window's presence. A clerk with a page is there while its connection beats; one who works over HTTP alone is
/// there for a while after each command. Only a loss is told to the hall: presence itself is never written.
/// </summary>
[HallAffine]
public sealed class WindowGrain(
    NetworkInForce network, HallHomes homes, TimeProvider time, StandStill standStill, ILogger<WindowGrain> logger)
    : Grain, IWindowGrain, IGrainMigrationParticipant
{
    /// <summary>From the last command to the loss, where there is no connection at all.</summary>
    public static readonly TimeSpan IdleAfter = TimeSpan.FromMinutes(15);

    private const string Quiet = "quiet";

    /// <summary>How exactly a loss is told.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest between two looks where no silence is about to be told.</summary>
    private static readonly TimeSpan CalmLook = TimeSpan.FromSeconds(1);

    private string[]? id;
    private IHallGrain? hall;
    private HallHome? home;
    private NetworkDefinition? read;
    private HallSettings delays = new();
    private IGrainTimer? timer;
    private TimeSpan pace;
    private long lastSign;
    private bool connected;
    private bool silent;
    private TimeSpan? carried;

    private string HallId => Id[0];

    private string WindowId => Id[1];

    private string[] Id => id ??= this.GetPrimaryKeyString().Split('/');

    // Kept: to make a reference, Orleans reads the attributes of the interface each time.
    private IHallGrain Hall => hall ??= GrainFactory.GetGrain<IHallGrain>(HallId);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        home = new HallHome(homes, HallId);
        ReadDelays();
        if (carried is not { } quiet)
            return Task.CompletedTask;
        SignOfLife();
        lastSign -= (long)(quiet.TotalSeconds * time.TimestampFrequency);
        return Task.CompletedTask;
    }

    /// <summary>Whether there was a page goes along, and its silence: it counts elsewhere as it does here.</summary>
    public void OnDehydrate(IDehydrationContext dehydrationContext)
    {
        if (timer is null)
            return;
        dehydrationContext.TryAddValue(nameof(connected), connected);
        dehydrationContext.TryAddValue(Quiet, time.GetElapsedTime(lastSign).Ticks);
    }

    public void OnRehydrate(IRehydrationContext rehydrationContext)
    {
        rehydrationContext.TryGetValue(nameof(connected), out connected);
        if (rehydrationContext.TryGetValue(Quiet, out long ticks))
            carried = TimeSpan.FromTicks(ticks);
    }

    public async Task<Answer<WindowAnswer>> Act(WindowRequest request)
    {
        standStill.RefuseLateCalls();
        var answer = await Hall.AtWindow(request with { Window = WindowId });
        if (answer is Accepted<WindowAnswer> { Value.Window.State: "closed" })
            Rest();
        else if (answer is Accepted<WindowAnswer>)
            SignOfLife();
        return answer;
    }

    public Task StandDown()
    {
        Rest();
        return Task.CompletedTask;
    }

    public Task Beat()
    {
        connected = true;
        if (timer is not null)
            lastSign = time.GetTimestamp();
        return Task.CompletedTask;
    }

    public Task Watch()
    {
        SignOfLife();
        return Task.CompletedTask;
    }

    public Task KeepWatch()
    {
        if (timer is null)
            SignOfLife();
        return Task.CompletedTask;
    }

    public Task Expect()
    {
        connected = true;
        SignOfLife();
        return Task.CompletedTask;
    }

    private void ReadDelays()
    {
        if (ReferenceEquals(read, network.Network))
            return;
        read = network.Network;
        delays = network.CatalogueOf(HallId, time.GetUtcNow())?.Plan.Settings ?? delays;
    }

    private void SignOfLife()
    {
        lastSign = time.GetTimestamp();
        if (timer is not null)
            return;
        timer = this.RegisterGrainTimer(LookForSigns, new() { DueTime = Look, Period = Look, KeepAlive = true });
        pace = Look;
    }

    private void Rest()
    {
        timer?.Dispose();
        (timer, connected, silent) = (null, false, false);
    }

    private async Task LookForSigns(CancellationToken cancellation)
    {
        try
        {
            await TellWhatChanged();
        }
        catch (Exception failure) when (
            failure is LedgerFencedException or LedgerUnavailableException or TimeoutException or OrleansException)
        {
            HallLog.LossNotTold(logger, this.GetPrimaryKeyString(), failure);
        }

        KeepPace();
    }

    /// <summary>A sign of life that ends a silence is told as soon as the silence itself.</summary>
    private void KeepPace()
    {
        var left = (connected ? delays.OffersStopAfter : IdleAfter) - time.GetElapsedTime(lastSign);
        var next = !silent && left > CalmLook ? CalmLook : Look;
        if (next == pace)
            return;
        pace = next;
        timer?.Change(pace, pace);
    }

    private async Task TellWhatChanged()
    {
        if (home!.IsElsewhere)
        {
            // The hall goes home, and its windows with it: it asks for a watch there within seconds.
            this.MigrateOnIdle();
            return;
        }

        // A process that stood still has heard nobody: that is no loss of a clerk.
        if (standStill.Within(StandStill.Grace))
            lastSign = time.GetTimestamp();
        ReadDelays();
        var quiet = time.GetElapsedTime(lastSign);
        if (quiet >= (connected ? delays.CoverAfter : IdleAfter))
        {
            if (await Hall.LoseClerk(WindowId))
                Rest();
            else
                lastSign = time.GetTimestamp();
            return;
        }

        var isSilent = connected && quiet >= delays.OffersStopAfter;
        if (isSilent == silent)
            return;
        await (isSilent ? Hall.MissSigns(WindowId) : Hall.HearSigns(WindowId));
        silent = isSilent;
    }
}
