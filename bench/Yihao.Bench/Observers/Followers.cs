using Yihao.Contracts;

namespace Yihao.Bench.Observers;

/// <summary>Many that follow one hall, and when all of them have what it published.</summary>
internal sealed class Followers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();

    /// <summary>Kept here: what a reference leads to is held weakly by Orleans.</summary>
    private readonly Follower[] all;

    private readonly IHallObserver[] references;
    private TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long awaited;
    private int missing;
    private string? wrong;

    /// <param name="many">At least 1.</param>
    /// <param name="seq">Where they stand.</param>
    public Followers(IGrainFactory grains, int many, long seq)
    {
        awaited = seq;
        all = [.. Enumerable.Range(0, many).Select(_ => new Follower(seq, Moved))];
        references = [.. all.Select(grains.CreateObjectReference<IHallObserver>)];
    }

    /// <summary>The last message that came to one of them.</summary>
    public HallEvents? Last { get; private set; }

    /// <summary>Subscribes or renews: a hall forgets who is silent for a while.</summary>
    public async Task Renew(IHallGrain hall, string ledger)
    {
        for (var i = 0; i < all.Length; i++)
        {
            var answer = await hall.Subscribe(new($"follower-{i}", references[i], ledger, all[i].Seq));
            if (answer is not CaughtUp { Missed.Events.Count: 0 })
                throw new InvalidOperationException($"follower {i} at {all[i].Seq} has missed something: {answer}");
        }
    }

    /// <summary>Tells each of them without a hall.</summary>
    public void Tell(HallEvents events)
    {
        foreach (var reference in references)
            reference.Publish(events).Ignore();
    }

    /// <summary>When each one has the message that ends at this place, or beyond it. For one caller.</summary>
    public Task All(long seq)
    {
        lock (gate)
        {
            awaited = seq;
            missing = all.Count(follower => follower.Seq < seq);
            reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (wrong is not null)
                reached.SetException(new InvalidOperationException(wrong));
            else if (missing == 0)
                reached.SetResult();
            return reached.Task.WaitAsync(Patience);
        }
    }

    private void Moved(long before, HallEvents events, string? fault)
    {
        lock (gate)
        {
            Last = events;
            wrong ??= fault;
            if (fault is not null)
                reached.TrySetException(new InvalidOperationException(fault));
            else if (before < awaited && events.UpTo >= awaited && --missing == 0)
                reached.TrySetResult();
        }
    }
}
