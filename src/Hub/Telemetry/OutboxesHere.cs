using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Yihao.Hub.Screens;

namespace Yihao.Hub.Telemetry;

/// <summary>The live connections of this process; read from any thread.</summary>
internal static class OutboxesHere
{
    private static readonly ConcurrentDictionary<Outbox, Kind> Outboxes = new();

    private static readonly KeyValuePair<string, object?>[] Pages =
        [new("page", "display"), new("page", "counter"), new("page", "ticket")];

    private enum Kind
    {
        Display,
        Counter,
        Ticket,
    }

    /// <summary>Events on their way. Walks all connections: for now and then.</summary>
    public static (long Max, long Sum) Lag
    {
        get
        {
            var (max, sum) = (0L, 0L);
            foreach (var (outbox, _) in Outboxes)
                (max, sum) = (Math.Max(max, outbox.Held), sum + outbox.Held);
            return (max, sum);
        }
    }

    public static void Add<THub>(Outbox outbox) => Outboxes[outbox] = typeof(THub).Name switch
    {
        nameof(TicketHub) => Kind.Ticket,
        nameof(Hub.Counters.CounterHub) => Kind.Counter,
        _ => Kind.Display,
    };

    public static void Remove(Outbox outbox) => Outboxes.TryRemove(outbox, out _);

    public static IEnumerable<Measurement<long>> Counts()
    {
        var counts = new long[Pages.Length];
        foreach (var (_, kind) in Outboxes)
            counts[(int)kind]++;
        return counts.Select((count, kind) => new Measurement<long>(count, Pages[kind]));
    }
}
