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
    /// <summary>Of a life.</summary>
    private const int Pushes = 3;

    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<long, long> moments = new();
    private readonly TaskCompletionSource firstLife = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<HallEvents> latest = new();
    private readonly IHallGrain hall;
    private readonly IHallObserver self;

    private HubMoment(IGrainFactory grains, int index)
    {
        hall = grains.GetGrain<IHallGrain>(MeasuredNetwork.Hall(index));
        self = grains.CreateObjectReference<IHallObserver>(this);
    }

    /// <summary>The three messages of the last life: of a number taken, called and finished.</summary>
    public IReadOnlyList<HallEvents> LastLife { get; private set; } = [];

    /// <summary>From then on there is a last life.</summary>
    public Task FirstLife => firstLife.Task;

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
        latest.Enqueue(events);
        if (latest.Count > Pushes)
            latest.Dequeue();
        if (latest.ToArray() is [_, var second, _] life && second.Events.Any(e => e.Kind == "called"))
        {
            LastLife = life;
            firstLife.TrySetResult();
        }

        return Task.CompletedTask;
    }

    /// <summary>When the message with this place came.</summary>
    public long Of(long seq) => moments.Where(m => m.Key >= seq).Min(m => m.Value);

    private Task<Subscribed> Renew() => hall.Subscribe(new("measured", self, null, 0));
}
