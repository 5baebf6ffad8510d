using BenchmarkDotNet.Attributes;

namespace Yihao.Bench;

/// <summary>
/// A number is taken and the next one called, so that as many wait as before. Against .NET's PriorityQueue, which only
/// puts something in and takes the first one out.
/// </summary>
[MemoryDiagnoser]
[InvocationCount(1, 1)]
public class TakeAndCallBench
{
    public const int Pairs = 50_000;

    private CrowdedHall hall = null!;
    private PriorityQueue<Ticket, Place> queue = null!;
    private WaitingLines lines = null!;
    private Ticket[] spare = null!;
    private long joined;
    private int called;

    [Params(100, 10_000, 100_000, 1_000_000)]
    public int Waiting { get; set; }

    [GlobalSetup(Target = nameof(Decided))]
    public void Fill() => (hall, called) = (new CrowdedHall(Waiting), 0);

    [GlobalSetup(Target = nameof(Queue))]
    public void FillQueue()
    {
        spare = [.. new CrowdedHall(Waiting).Hall.Tickets];
        queue = new PriorityQueue<Ticket, Place>(spare.Select(t => (t, t.Place)));
        joined = spare[^1].Place.Effective;
    }

    [GlobalSetup(Target = nameof(Lines))]
    public void FillLines()
    {
        var full = new CrowdedHall(Waiting).Hall;
        lines = full.Lines;
        joined = full.Tickets.Last().Place.Effective;
    }

    [GlobalCleanup]
    public void Cleanup() => (hall, queue, lines, spare) = (null!, null!, null!, null!);

    /// <summary>The bare insert and remove.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Pairs)]
    public long Queue()
    {
        long last = 0;
        for (var i = 0; i < Pairs; i++)
        {
            var ticket = spare[i % spare.Length];
            queue.Enqueue(ticket, ticket.Place with { Effective = ++joined });
            queue.TryDequeue(out _, out var first);
            last = InOrder(last, first.Effective);
        }

        return last;
    }

    /// <summary>The same with the lines of the hall: choose, leave, and join at the end.</summary>
    [Benchmark(OperationsPerInvoke = Pairs)]
    public long Lines()
    {
        long last = 0;
        for (var i = 0; i < Pairs; i++)
        {
            Ticket? first = null;
            for (var group = 0; group < lines.Matters.Count; group++)
                first = Dispatch.Earliest(first, lines.Of(group).Earliest);
            lines.Leave(first!);
            last = InOrder(last, first!.Place.Effective);
            first.Place = first.Place with { Effective = ++joined };
            lines.Join(first);
        }

        return last;
    }

    /// <summary>The whole step: two commands decided, their three or four events applied.</summary>
    [Benchmark(OperationsPerInvoke = Pairs)]
    public int Decided()
    {
        for (var i = 0; i < Pairs; i++)
        {
            hall.Take();
            if (hall.CallNext() != ++called)
                throw new InvalidOperationException($"number {hall.Window.InHand!.Key.Number} called, not {called}");
        }

        return called;
    }

    private static long InOrder(long last, long next) =>
        next >= last ? next : throw new InvalidOperationException("not in order");
}
