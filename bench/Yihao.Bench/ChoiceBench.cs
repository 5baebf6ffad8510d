using BenchmarkDotNet.Attributes;

namespace Yihao.Bench;

/// <summary>
/// Which ticket for this window: costs the same however many wait, and allocates nothing. Against .NET's PriorityQueue,
/// whose first one is taken and, so that as many wait as before, put back to its place.
/// </summary>
[MemoryDiagnoser]
public class ChoiceBench
{
    private CrowdedHall hall = null!;
    private PriorityQueue<Ticket, Place> queue = null!;

    [Params(100, 10_000, 100_000, 1_000_000)]
    public int Waiting { get; set; }

    [GlobalSetup(Target = nameof(Choice))]
    public void Setup()
    {
        hall = new CrowdedHall(Waiting);
        if (Choice()?.Key.Number != 1)
            throw new InvalidOperationException("not the one who came first");
    }

    [GlobalSetup(Target = nameof(QueueFirst))]
    public void FillQueue()
    {
        queue = new PriorityQueue<Ticket, Place>(new CrowdedHall(Waiting).Hall.Tickets.Select(t => (t, t.Place)));
        if (QueueFirst().Key.Number != 1 || QueueFirst().Key.Number != 1)
            throw new InvalidOperationException("not the one who came first");
    }

    [GlobalCleanup]
    public void Cleanup() => (hall, queue) = (null!, null!);

    [Benchmark(Baseline = true)]
    public Ticket QueueFirst()
    {
        queue.TryDequeue(out var first, out var place);
        queue.Enqueue(first!, place);
        return first!;
    }

    [Benchmark]
    public Ticket? Choice() => Dispatch.Choose(hall.Hall, hall.Window, hall.Now).Ticket;
}
