using Yihao.Contracts;

namespace Yihao.Grains.Halls;

/// <summary>
/// The hub nodes that follow a hall: one message per commit each, one-way, so that a dead node costs nothing. A node
/// that does not renew is forgotten.
/// </summary>
internal sealed class Subscribers(TimeProvider time)
{
    public static readonly TimeSpan Expiry = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, (IHallObserver Observer, long SeenAt)> nodes = new(StringComparer.Ordinal);

    public int Count => nodes.Count;

    public void Renew(string node, IHallObserver observer) => nodes[node] = (observer, time.GetTimestamp());

    public void Publish(HallEvents events)
    {
        List<string>? gone = null;
        foreach (var (node, (observer, seenAt)) in nodes)
        {
            if (time.GetElapsedTime(seenAt) > Expiry)
                (gone ??= []).Add(node);
            else
                observer.Publish(events).Ignore();
        }

        gone?.ForEach(node => nodes.Remove(node));
    }
}
