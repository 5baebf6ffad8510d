using Microsoft.Extensions.Logging;
using Yihao.Contracts;
using Yihao.Grains.Halls;
using Yihao.Grains.Placement;
using Yihao.Grains.Ports;

namespace Yihao.Grains.Windows;

/// <summary>
/// One window's presence. A clerk with a page is there while its connection beats; one who works over HTTP alone is
/// there for a while after each command. Only a loss is told to the hall: presence itself is never written.
/// </summary>
[HallAffine]
public sealed class WindowGrain(TimeProvider time, ILogger<WindowGrain> logger) : Grain, IWindowGrain
{
    /// <summary>From the last beat of the last connection to the loss: the hall's cover delay.</summary>
    public static readonly TimeSpan LostAfter = TimeSpan.FromSeconds(30);

    /// <summary>From the last command to the loss, where there is no connection at all.</summary>
    public static readonly TimeSpan IdleAfter = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private IGrainTimer? timer;
    private long lastSign;
    private bool connected;

    private string HallId => this.GetPrimaryKeyString().Split('/')[0];

    private string WindowId => this.GetPrimaryKeyString().Split('/')[1];

    private IHallGrain Hall => GrainFactory.GetGrain<IHallGrain>(HallId);

    public async Task<Answer<WindowAnswer>> Act(WindowRequest request)
    {
        var answer = await Hall.AtWindow(request with { Window = WindowId });
        if (answer is Accepted<WindowAnswer> { Value.Window.State: "closed" })
            StandDown();
        else if (answer is Accepted<WindowAnswer>)
            SignOfLife();
        return answer;
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

    private void SignOfLife()
    {
        lastSign = time.GetTimestamp();
        timer ??= this.RegisterGrainTimer(
            LookForSigns, new() { DueTime = Look, Period = Look, KeepAlive = true });
    }

    private void StandDown()
    {
        timer?.Dispose();
        timer = null;
        connected = false;
    }

    private async Task LookForSigns(CancellationToken cancellation)
    {
        if (time.GetElapsedTime(lastSign) < (connected ? LostAfter : IdleAfter))
            return;
        try
        {
            await Hall.LoseClerk(WindowId);
            StandDown();
        }
        catch (Exception failure)
            when (failure is LedgerFencedException or LedgerUnavailableException or TimeoutException)
        {
            HallLog.LossNotTold(logger, this.GetPrimaryKeyString(), failure);
        }
    }
}
