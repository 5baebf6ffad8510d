using BenchmarkDotNet.Attributes;
using Yihao.Bench.Bare;
using Yihao.Bench.Ledgers;
using Yihao.Bench.Shared;
using Yihao.Storage;

namespace Yihao.Bench;

/// <summary>
/// A command through the grains of a node on PostgreSQL until it is durable, for one caller alone, while so many wait
/// in the hall. Against one bare fenced insert. The n-th number taken is the n-th called.
/// </summary>
[MemoryDiagnoser]
[InvocationCount(1, 1)]
public class HallGrainBench
{
    private const int Commands = 200;

    private readonly Queue<string> line = [];
    private MeasuredNode node = null!;
    private BareLedger bare = null!;
    private Seat atHall = null!;
    private Seat atWindow = null!;

    [Params(1, 1_000)]
    public int Waiting { get; set; }

    [GlobalSetup]
    public async Task Setup()
    {
        node = await MeasuredNode.Start(StorageProvider.PostgreSql, halls: 1, windows: 2);
        bare = await BareLedger.Open(node.ConnectionString);
        atHall = new Seat(node.Grains, 0, 0);
        atWindow = new Seat(node.Grains, 0, 1, throughWindow: true);
        await atHall.Open();
        await atWindow.Open();
        line.Clear();
        await Take(Waiting);
    }

    [IterationSetup(Targets = new[] { nameof(HallCallAndFinish), nameof(WindowCallAndFinish) })]
    public void Fill() => Take(Commands / 2).GetAwaiter().GetResult();

    [IterationCleanup(Target = nameof(TakeNumber))]
    public void Empty() => Serve(atHall, Commands).GetAwaiter().GetResult();

    [Benchmark(Baseline = true, OperationsPerInvoke = Commands)]
    public async Task BareInsert()
    {
        for (var i = 0; i < Commands; i++)
            await bare.Insert();
    }

    [Benchmark(OperationsPerInvoke = Commands)]
    public Task TakeNumber() => Take(Commands);

    /// <summary>Two commands of a clerk in turns, to the hall itself: one of them is what is counted.</summary>
    [Benchmark(OperationsPerInvoke = Commands)]
    public Task HallCallAndFinish() => Serve(atHall, Commands / 2);

    /// <summary>The same through the grain of the window: one call more.</summary>
    [Benchmark(OperationsPerInvoke = Commands)]
    public Task WindowCallAndFinish() => Serve(atWindow, Commands / 2);

    [GlobalCleanup]
    public async Task Cleanup()
    {
        if (line.Count != Waiting)
            throw new InvalidOperationException($"{line.Count} wait, not {Waiting}");
        await WholeLedger.Check(node, Math.Max(atHall.Seq, atWindow.Seq));
        await bare.DisposeAsync();
        await node.DisposeAsync();
    }

    private async Task Take(int many)
    {
        for (var i = 0; i < many; i++)
            line.Enqueue(await atHall.Take());
    }

    private async Task Serve(Seat seat, int many)
    {
        for (var i = 0; i < many; i++)
        {
            var (called, first) = (await seat.CallNext(), line.Dequeue());
            if (called != first)
                throw new InvalidOperationException($"{called} was called and {first} came first");
            await seat.Finish();
        }
    }
}
