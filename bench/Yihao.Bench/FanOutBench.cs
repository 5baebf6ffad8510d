using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Yihao.Bench.Bare;
using Yihao.Bench.Ledgers;
using Yihao.Bench.Screens;
using Yihao.Bench.Shared;
using Yihao.Contracts;
using Yihao.Storage;

namespace Yihao.Bench;

/// <summary>
/// A command at a window until every screen has its push over SignalR, by number of screens in two processes; the three
/// commands of a life in turns. Against one bare fenced insert and a bare group broadcast of such a push.
/// </summary>
[MemoryDiagnoser]
[InvocationCount(1, 1)]
public class FanOutBench
{
    private const int Processes = 2;
    private const int Lives = 30;
    private const int Pushes = 3 * Lives;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private CancellationTokenSource stop = null!;
    private MeasuredNode node = null!;
    private BareLedger ledger = null!;
    private BareBroadcast bare = null!;
    private IReadOnlyList<HallEvents> life = [];
    private Seat seat = null!;
    private ScreenFarm farm = null!;

    [Params(10, 100)]
    public int Screens { get; set; }

    [GlobalSetup(Target = nameof(Broadcast))]
    public Task OpenBare() => Open(BareHub.Path);

    [GlobalSetup(Target = nameof(Hall))]
    public Task OpenHall() => Open("/hubs/display");

    [Benchmark(Baseline = true, OperationsPerInvoke = Pushes)]
    public async Task Broadcast()
    {
        for (var i = 0; i < Pushes; i++)
        {
            await bare.Send(life[i % life.Count]);
            await farm.All(bare.Seq);
        }
    }

    [Benchmark(OperationsPerInvoke = Pushes)]
    public async Task Hall()
    {
        for (var i = 0; i < Lives; i++)
        {
            await seat.Take();
            await farm.All(seat.Seq);
            await seat.CallNext();
            await farm.All(seat.Seq);
            await seat.Finish();
            await farm.All(seat.Seq);
        }
    }

    [GlobalCleanup]
    public async Task Cleanup()
    {
        await farm.Close();
        farm.Dispose();
        await stop.CancelAsync();
        await WholeLedger.Check(node, seat.Seq);
        await ledger.DisposeAsync();
        await node.DisposeAsync();
    }

    private async Task Open(string hub)
    {
        (stop, farm) = (new(), new(Processes));
        node = await MeasuredNode.Start(
            StorageProvider.PostgreSql, halls: 1, windows: 1, app => app.MapHub<BareHub>(BareHub.Path));
        ledger = await BareLedger.Open(node.ConnectionString);
        seat = new Seat(node.Grains, 0, 0);
        await seat.Open();
        var moment = await HubMoment.Follow(node.Grains, 0, stop.Token);
        await seat.Life();
        await moment.FirstLife.WaitAsync(Patience);
        life = moment.LastLife;
        bare = new(ledger, node.Services.GetRequiredService<IHubContext<BareHub>>());
        await farm.Open(new Uri(node.Address, hub), MeasuredNetwork.Hall(0), Screens);
    }
}
