using System.Collections.Concurrent;
using System.Diagnostics;
using Yihao.Bench.Shared;
using Yihao.Contracts;

namespace Yihao.Bench.Screens;

/// <summary>
/// Follows a hall as a hub node does, and notes when the hall's messages are at the hub: before it goes to the screens.
/// </summary>
internal sealed class HubMoment : IHallObserver
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<long, long> moments = new();
    private readonly TaskCompletionSource firstCall = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IHallGrain hall;
    private readonly IHallObserver self;

    private HubMoment(IGrainFactory grains, int index)
    {
        hall = grains.GetGrain<IHallGrain>(MeasuredNetwork.Hall(index));
        self = grains.CreateObjectReference<IHallObserver>(this);
    }

    /// <summary>The last message of a call.</summary>
    public HallEvents? LastCall { get; private set; }

    /// <summary>From then on there is a last call.</summary>
    public Task FirstCall => firstCall.Task;

    /// <summary>Before anybody else follows the hall, so that it is told first.</summary>
    public static async Task<HubMoment> Follow(IGrainFactory grains, int index, CancellationToken cancellation)
    {
        var moment = new HubMoment(grains, index);
        await moment.Renew();
        _ = Task.Run(
            async () =>
            {
                while (true)
                {
                    await Task.Delay(Renewal, cancellation);
                    await moment.Renew();
                }
            },
            cancellation);
        return moment;
    }

    public Task Publish(HallEvents events)
    {
        moments[events.UpTo] = Stopwatch.GetTimestamp();
        if (!events.Events.Any(e => e.Kind == "called"))
            return Task.CompletedTask;
        LastCall = events;
        firstCall.TrySetResult();
        return Task.CompletedTask;
    }

    /// <summary>When the message with this place came.</summary>
    public long Of(long seq) => moments.Where(m => m.Key >= seq).Min(m => m.Value);

    private Task<Subscribed> Renew() => hall.Subscribe(new("measured", self, null, 0));
}
