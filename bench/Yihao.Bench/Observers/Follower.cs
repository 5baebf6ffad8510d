using Yihao.Contracts;

namespace Yihao.Bench.Observers;

/// <summary>
/// Follows a hall as a hub node does. Checks that each message goes on where the one before ended, and that events come
/// once and in order.
/// </summary>
/// <param name="seq">Where it stands.</param>
/// <param name="moved">Told of each message and where the follower stood before it, or of what is wrong.</param>
internal sealed class Follower(long seq, Action<long, HallEvents, string?> moved) : IHallObserver
{
    public long Seq { get; private set; } = seq;

    public Task Publish(HallEvents events)
    {
        var before = Seq;
        Seq = events.UpTo;
        moved(before, events, Wrong(before, events));
        return Task.CompletedTask;
    }

    private static string? Wrong(long before, HallEvents events)
    {
        if (events.After != before)
            return $"a message goes on after {events.After}, the follower stands at {before}";
        var last = before;
        foreach (var happened in events.Events)
        {
            if (happened.Seq <= last || happened.Seq > events.UpTo)
                return $"event {happened.Seq} comes after {last} in a message up to {events.UpTo}";
            last = happened.Seq;
        }

        return null;
    }
}
