namespace Yihao.Load.Lives;

/// <summary>
/// What the server has acknowledged of every ticket, and what was wrong in it: a number given, called or finished
/// twice. Any number of threads.
/// </summary>
internal sealed class LifeLog
{
    private const int Shards = 64;
    private const int MostFaults = 10;

    private readonly Dictionary<string, Steps>[] tickets =
        [.. Enumerable.Range(0, Shards).Select(_ => new Dictionary<string, Steps>())];

    private readonly List<string> faults = [];

    [Flags]
    private enum Steps : byte
    {
        Taken = 1,
        Called = 2,
        Finished = 4,
        All = Taken | Called | Finished,
    }

    /// <summary>The first of them; the rest is counted.</summary>
    public IReadOnlyList<string> Faults => faults;

    public long FaultCount { get; private set; }

    public void Taken(string ticket) => Note(ticket, Steps.Taken);

    // A call may be acknowledged before the take: two answers on two connections.
    public void Called(string ticket) => Note(ticket, Steps.Called);

    public void Finished(string ticket) => Note(ticket, Steps.Finished);

    /// <summary>When every life is at its end: nothing but the backlog may be left.</summary>
    /// <param name="backlog">Tickets that were taken before and that nobody was to call.</param>
    /// <param name="waiting">What the server says that wait.</param>
    public void CheckEnd(long backlog, long waiting)
    {
        var (open, strange) = (0L, 0L);
        foreach (var steps in tickets.SelectMany(shard => shard.Values))
        {
            if (steps == Steps.Taken)
                open++;
            else if (steps != Steps.All)
                strange++;
        }

        if (strange > 0)
            Fault($"{strange} tickets were called or finished without having been taken, or not finished");
        if (open != backlog)
            Fault($"{open} tickets were taken and not called: it should be {backlog}");
        if (waiting != backlog)
            Fault($"{waiting} wait at the server: it should be {backlog}");
    }

    private void Note(string ticket, Steps step)
    {
        var shard = tickets[(uint)ticket.GetHashCode(StringComparison.Ordinal) % Shards];
        lock (shard)
        {
            ref var steps = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                shard, ticket, out _);
            if ((steps & step) == 0)
            {
                steps |= step;
                return;
            }
        }

        Fault($"ticket {ticket} was {step} twice");
    }

    private void Fault(string what)
    {
        lock (faults)
        {
            FaultCount++;
            if (faults.Count < MostFaults)
                faults.Add(what);
        }
    }
}
