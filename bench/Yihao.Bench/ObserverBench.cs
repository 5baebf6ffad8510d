using BenchmarkDotNet.Attributes;
using Yihao.Bench.Bare;
using Yihao.Bench.Ledgers;
using Yihao.Bench.Observers;
using Yihao.Bench.Shared;
using Yihao.Contracts;
using Yihao.Storage;

namespace Yihao.Bench;

/// <summary>
/// A command until every observer of the hall has its batch, by number of observers; the three commands of a life in
/// turns. Against one bare fenced insert and the same message told to as many observers without a hall.
/// </summary>
[MemoryDiagnoser]
[InvocationCount(1, 1)]
public class ObserverBench
{
    private const int Lives = 50;
    private const int Batches = 3 * Lives;

    private MeasuredNode node = null!;
    private BareLedger bare = null!;
    private Seat seat = null!;
    private IHallGrain hall = null!;
    private string ledger = string.Empty;
    private Followers followers = null!;
    private Followers bareFollowers = null!;
    private long bareSeq;

    [Params(1, 10, 100)]
    public int Observers { get; set; }

    [GlobalSetup]
    public async Task Setup()
    {
        node = await MeasuredNode.Start(StorageProvider.PostgreSql, halls: 1, windows: 1);
        bare = await BareLedger.Open(node.ConnectionString);
        seat = new Seat(node.Grains, 0, 0);
        await seat.Open();
        hall = node.Grains.GetGrain<IHallGrain>(MeasuredNetwork.Hall(0));
        ledger = (await hall.Describe()).AsOf.Ledger;
        followers = new Followers(node.Grains, Observers, seat.Seq);
        (bareFollowers, bareSeq) = (new Followers(node.Grains, Observers, 0), 0);
        await followers.Renew(hall, ledger);
        await Hall();
    }

    /// <summary>An iteration is shorter than the patience of the hall with a silent observer.</summary>
    [IterationSetup(Target = nameof(Hall))]
    public void Renew() => followers.Renew(hall, ledger).GetAwaiter().GetResult();

    [Benchmark(Baseline = true, OperationsPerInvoke = Batches)]
    public async Task Bare()
    {
        for (var i = 0; i < Batches; i++)
        {
            var message = BareMessage.After(bareSeq, followers.Last! with { Events = [followers.Last!.Events[0]] });
            bareSeq = message.UpTo;
            await bare.Insert();
            bareFollowers.Tell(message);
            await bareFollowers.All(bareSeq);
        }
    }

    [Benchmark(OperationsPerInvoke = Batches)]
    public async Task Hall()
    {
        for (var i = 0; i < Lives; i++)
        {
            await seat.Take();
            await followers.All(seat.Seq);
            await seat.CallNext();
            await followers.All(seat.Seq);
            await seat.Finish();
            await followers.All(seat.Seq);
        }
    }

    [GlobalCleanup]
    public async Task Cleanup()
    {
        await WholeLedger.Check(node, seat.Seq);
        await bare.DisposeAsync();
        await node.DisposeAsync();
    }
}
