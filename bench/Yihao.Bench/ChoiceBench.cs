using BenchmarkDotNet.Attributes;

namespace Yihao.Bench;

/// <summary>Which ticket for this window: costs the same however many wait, and allocates nothing.</summary>
[MemoryDiagnoser]
public class ChoiceBench
{
    private CrowdedHall hall = null!;

    [Params(100, 10_000, 100_000, 1_000_000)]
    public int Waiting { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        hall = new CrowdedHall(Waiting);
        if (Choice()?.Key.Number != 1)
            throw new InvalidOperationException("not the one who came first");
    }

    [GlobalCleanup]
    public void Cleanup() => hall = null!;

    [Benchmark]
    public Ticket? Choice() => Dispatch.Choose(hall.Hall, hall.Window, hall.Now).Ticket;
}
