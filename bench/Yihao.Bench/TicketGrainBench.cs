using BenchmarkDotNet.Attributes;
using Yihao.Bench.Shared;
using Yihao.Storage;

namespace Yihao.Bench;

/// <summary>
/// One look at a ticket, as a phone's page does it, at one ticket again and again or at many in turns: through the
/// ticket's grain, which asks the hall at most every two seconds, against asking the hall each time.
/// </summary>
[MemoryDiagnoser]
[IterationTime(250)]
public class TicketGrainBench
{
    private string[] tickets = [];
    private MeasuredNode node = null!;
    private Seat seat = null!;
    private int looks;

    [Params(1, 100)]
    public int Tickets { get; set; }

    [GlobalSetup]
    public async Task Setup()
    {
        node = await MeasuredNode.Start(StorageProvider.PostgreSql, halls: 1, windows: 1);
        seat = new Seat(node.Grains, 0, 0);
        await seat.Open();
        tickets = new string[Tickets];
        for (var i = 0; i < Tickets; i++)
            tickets[i] = await seat.Take();
    }

    [Benchmark(Baseline = true)]
    public Task AskHall() => seat.Find(Next());

    [Benchmark]
    public Task Show() => seat.Show(Next());

    [GlobalCleanup]
    public async Task Cleanup() => await node.DisposeAsync();

    private string Next() => tickets[looks++ % tickets.Length];
}
