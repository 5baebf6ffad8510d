using Microsoft.Extensions.Logging;
using Yihao.Contracts;
using Yihao.Hub.Telemetry;

namespace Yihao.Hub.Screens;

/// <summary>
/// What this node knows of one hall's events: the subscription at the hall, the last events, and who follows. Each
/// event goes to each follower in order and exactly once; what the hall's messages miss, the next renewal brings.
/// </summary>
internal sealed partial class HallFeed : IHallObserver
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(2);

    /// <summary>An answer that never comes must not keep a screen still: it is asked again.</summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(4);

    private const int PictureIsOld = 50;
    private const int EarlyBound = 256;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private readonly FeedMemory memory = new();
    private readonly List<HallEvents> early = [];
    private readonly Dictionary<string, Outbox> screens = [];
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IHallGrain grain;
    private readonly IHallObserver self;
    private readonly string node;
    private readonly ILogger log;
    private TaskCompletionSource renewNow = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Picture? lastPicture;

    public HallFeed(string hall, string node, IGrainFactory grains, ILogger log)
    {
        (Hall, this.node, this.log) = (hall, node, log);
        grain = grains.GetGrain<IHallGrain>(hall);
        // The factory keeps only a weak reference: this feed is held by HallFeeds.
        self = grains.CreateObjectReference<IHallObserver>(this);
    }

    /// <summary>
    /// After each batch, outside of the feed's lock. A batch without events: everything may be different.
    /// </summary>
    public event Action<HallEvents>? Happened;

    public string Hall { get; }

    /// <summary>The first answer of the hall has come.</summary>
    public Task Begun => begun.Task;

    public IReadOnlyList<ClassCount> Waiting
    {
        get
        {
            lock (gate)
                return memory.Waiting;
        }
    }

    public long UpTo
    {
        get
        {
            lock (gate)
                return memory.UpTo;
        }
    }

    /// <summary>From the hall, one message per commit.</summary>
    public Task Publish(HallEvents events)
    {
        Take(events);
        return Task.CompletedTask;
    }

    /// <summary>Subscribes and renews until cancelled.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            Task wanted;
            lock (gate)
            {
                renewNow = new(TaskCreationOptions.RunContinuationsAsynchronously);
                wanted = renewNow.Task;
            }
            var pause = await Renew() ? Renewal : AfterFailure;
            await Task.WhenAny(wanted, Task.Delay(pause, cancellation));
        }
    }

    /// <summary>
    /// The hall's own answer for a place that is not known here; the subscription is renewed by it, too.
    /// </summary>
    public Task<Subscribed> Ask(string? ledger, long after) => grain.Subscribe(new(node, self, ledger, after));

    /// <summary>
    /// Adds the screen when it stands at a place that is known here; what it has missed comes first, after
    /// <paramref name="answered"/>. False when it is not known: nothing happened.
    /// </summary>
    /// <param name="first">What the hall itself said the screen has missed, up to the place named; may be null.</param>
    /// <param name="fromHall">The place is the hall's own word, and may be newer than what came here.</param>
    public bool TryJoin(Outbox screen, Place place, Task answered, HallEvents? first = null, bool fromHall = false)
    {
        lock (gate)
        {
            var ahead = fromHall && place.Ledger == memory.Ledger && place.Seq > memory.UpTo;
            var missed = memory.Since(Hall, place.Ledger, place.Seq);
            if (missed is null && !ahead)
                return false;
            screens[screen.Connection] = screen;
            screen.HoldUntil(answered);
            // Also without events: the screen stands behind what is not for screens, and sees no gap later.
            if (first is not null && first.UpTo > first.After)
                screen.Push(Outbox.Message("events", first), first.Events.Count);
            if (missed is not null && missed.UpTo > place.Seq)
                screen.Push(Outbox.Message("events", missed), missed.Events.Count);
            return true;
        }
    }

    /// <summary>A picture that <see cref="TryJoin"/> can go on from; null when none is kept.</summary>
    public Picture? KnownPicture()
    {
        lock (gate)
        {
            return lastPicture is { } picture
                && memory.Since(Hall, picture.Ledger, picture.Seq) is { Events.Count: < PictureIsOld }
                ? picture
                : null;
        }
    }

    public void Leave(string connection)
    {
        lock (gate)
            screens.Remove(connection);
    }

    /// <summary>The hall answered a screen's question: what is new in it is good for everybody.</summary>
    public void Hear(Subscribed answer)
    {
        if (answer is CaughtUp caught)
            Take(caught.Missed, fromAnswer: true);
        if (answer is Reset reset)
            Keep(reset.Picture);
    }

    /// <summary>A picture from the hall; should it be newer than what came here, that comes at once.</summary>
    public void Keep(Picture picture)
    {
        lock (gate)
        {
            lastPicture = picture;
            if (memory.Ledger != picture.Ledger || memory.UpTo < picture.Seq)
                renewNow.TrySetResult();
        }
    }

    private async Task<bool> Renew()
    {
        try
        {
            string? ledger;
            long after;
            lock (gate)
                (ledger, after) = (memory.Ledger, memory.UpTo);
            switch (await Ask(ledger, after).WaitAsync(AnswerLimit))
            {
                case CaughtUp caught:
                    Take(caught.Missed, fromAnswer: true);
                    break;
                case Reset reset:
                    Restart(reset.Picture);
                    break;
            }
            begun.TrySetResult();
            return true;
        }
        catch (Exception failed)
        {
            LogNotRenewed(Hall, failed.Message);
            return false;
        }
    }

    private void Take(HallEvents batch, bool fromAnswer = false)
    {
        HallEvents? fresh;
        lock (gate)
        {
            if (memory.Ledger is null && !fromAnswer)
            {
                KeepEarly(batch);
                return;
            }
            if (memory.Ledger is null)
                memory.Begin(batch.Ledger, batch.After, batch.Waiting);
            fresh = Append(batch, fromAnswer);
            TakeEarly();
        }
        if (fresh is not null)
            Happened?.Invoke(fresh);
    }

    /// <summary>Under the lock: to the screens in order.</summary>
    private HallEvents? Append(HallEvents batch, bool fromAnswer)
    {
        if (!memory.Continues(batch))
        {
            HubMeter.CountGap();
            // Something was lost on the way, or the ledger is another one: the hall says what.
            renewNow.TrySetResult();
            return null;
        }
        if (fromAnswer)
            memory.Prepend(batch);
        if (memory.Append(batch) is not { } fresh)
            return null;
        ToScreens(fresh);
        return fresh;
    }

    private void ToScreens(HallEvents batch)
    {
        if (screens.Count == 0)
            return;
        var message = Outbox.Message("events", batch);
        foreach (var screen in screens.Values)
            screen.Push(message, batch.Events.Count);
    }

    private void Restart(Picture picture)
    {
        HallEvents empty;
        lock (gate)
        {
            lastPicture = picture;
            if (memory.Ledger == picture.Ledger && picture.Seq <= memory.UpTo)
                return;
            memory.Begin(picture.Ledger, picture.Seq, picture.Waiting);
            // Screens see the gap, or the other ledger, and follow again.
            empty = new(Hall, picture.Ledger, picture.Seq, picture.Seq, picture.Waiting, []);
            ToScreens(empty);
            TakeEarly();
        }
        Happened?.Invoke(empty);
    }

    private void KeepEarly(HallEvents batch)
    {
        if (early.Count < EarlyBound)
            early.Add(batch);
    }

    private void TakeEarly()
    {
        foreach (var batch in early)
            Append(batch, fromAnswer: false);
        early.Clear();
    }

    [LoggerMessage(2111, LogLevel.Information, "Following hall {Hall} is interrupted: {Reason}")]
    private partial void LogNotRenewed(string hall, string reason);
}
