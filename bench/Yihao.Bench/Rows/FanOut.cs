using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Yihao.Bench.Bare;
using Yihao.Bench.Screens;
using Yihao.Bench.Shared;
using Yihao.Contracts;
using Yihao.Storage;

namespace Yihao.Bench.Rows;

/// <summary>
/// One call to many screens in two processes, against a bare SignalR group broadcast of the same message to as many
/// connections of the same processes. Each turn connects its own screens, so that nothing else is on the machine.
/// </summary>
internal sealed class FanOut
{
    private const int Processes = 2;
    /// <summary>Calls of one turn times screens: few are called more often, as a call to them is short.</summary>
    private const int CallsTimesScreens = 200_000;
    private const int FewestCalls = 20;
    private const int MostCalls = 400;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    private readonly MeasuredNode node;
    private readonly ScreenFarm farm;
    private readonly BareBroadcast bare;
    private readonly Seat seat;
    private readonly HubMoment moment;

    private FanOut(MeasuredNode node, ScreenFarm farm, BareLedger ledger, Seat seat, HubMoment moment)
    {
        (this.node, this.farm, this.seat, this.moment) = (node, farm, seat, moment);
        bare = new(ledger, node.Services.GetRequiredService<IHubContext<BareHub>>());
    }

    public static Task<IReadOnlyList<PairedFigure>> Measure(
        int pairs, IReadOnlyList<int> screens, TextWriter progress) => Begin(async fanOut =>
        {
            List<PairedFigure> figures = [];
            foreach (var many in screens)
                figures.AddRange(await fanOut.Measure(pairs, many, progress));
            return (IReadOnlyList<PairedFigure>)figures;
        });

    /// <summary>
    /// Milliseconds of the server's processor time for a ticket life, three pushes, to so many screens.
    /// </summary>
    public static Task<IReadOnlyList<(int Screens, double Processor)>> Grow(
        int rounds, IReadOnlyList<int> screens, TextWriter progress) => Begin(async fanOut =>
        {
            List<(int, double)> grown = [];
            for (var round = 0; round <= rounds; round++)
            {
                foreach (var many in screens)
                {
                    progress.WriteLine($"{many:n0} screens, round {round} of {rounds}");
                    var processor = (await fanOut.Ours(many))[3];
                    if (round > 0)
                        grown.Add((many, processor));
                }
            }

            return (IReadOnlyList<(int, double)>)grown;
        });

    private static async Task<T> Begin<T>(Func<FanOut, Task<T>> measure)
    {
        using var farm = new ScreenFarm(Processes);
        using var stop = new CancellationTokenSource();
        await using var node = await MeasuredNode.Start(
            StorageProvider.PostgreSql, 1, 1, app => app.MapHub<BareHub>(BareHub.Path));
        await using var bare = await BareLedger.Open(node.ConnectionString);
        var seat = new Seat(node.Grains, 0, 0);
        await seat.Open();
        var moment = await HubMoment.Follow(node.Grains, 0, stop.Token);
        var measured = await measure(new FanOut(node, farm, bare, seat, moment));
        await stop.CancelAsync();
        return measured;
    }

    private async Task<IReadOnlyList<PairedFigure>> Measure(int pairs, int screens, TextWriter progress)
    {
        PairedFigure[] figures =
        [
            new($"{screens} screens: hub to the last screen, p50", "ms", 1.2),
            new($"{screens} screens: memory kept a screen", "KB", 1.2),
            new($"{screens} screens: memory allocated a life", "KB", 1.2),
            new($"{screens} screens: server's processor time a life", "ms", null),
            new($"{screens} screens: pressed to the last screen, p50", "ms", null),
        ];
        for (var pair = 0; pair <= pairs; pair++)
        {
            // Who goes first makes the pools grow: each side does in every second pair.
            var oursFirst = pair % 2 == 0;
            var first = await (oursFirst ? Ours(screens) : Other(screens));
            var second = await (oursFirst ? Other(screens) : Ours(screens));
            var (ours, other) = oursFirst ? (first, second) : (second, first);
            progress.WriteLine($"{screens} screens, pair {pair} of {pairs}: {ours[0]:0.0} to {other[0]:0.0} ms");
            for (var i = 0; pair > 0 && i < figures.Length; i++)
                figures[i].Add(ours[i], other[i]);
        }

        return figures;
    }

    private Task<double[]> Ours(int screens) => Turn("/hubs/display", screens, Call);

    private Task<double[]> Other(int screens) => Turn(BareHub.Path, screens, Broadcast);

    private async Task<double[]> Turn(string path, int screens, Func<Task<(double Pressed, double AtHub)>> once)
    {
        var before = await Settled();
        await farm.Open(new Uri(node.Address, path), MeasuredNetwork.Hall(0), screens);
        var kept = (await Settled() - before) / 1024.0 / screens;
        var calls = Math.Clamp(CallsTimesScreens / screens, FewestCalls, MostCalls);
        for (var i = 0; i < calls / 2; i++)
            await once();
        List<double> pressed = [], atHub = [];
        var (allocated, processor) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
        for (var i = 0; i < calls; i++)
        {
            var took = await once();
            pressed.Add(took.Pressed);
            atHub.Add(took.AtHub);
        }

        var allocatedEach = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1024.0 / calls;
        var processorEach = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / calls;
        await farm.Close();
        bare.BeginAnew();
        return [Spread.Median(atHub), kept, allocatedEach, processorEach, Spread.Median(pressed)];
    }

    /// <summary>Managed memory when connections that were closed are gone.</summary>
    private static async Task<long> Settled()
    {
        const int most = 40;
        var (now, before) = (GC.GetTotalMemory(forceFullCollection: true), long.MaxValue);
        for (var i = 0; i < most && before - now > before / 200; i++)
        {
            await Task.Delay(BetweenLooks);
            (now, before) = (GC.GetTotalMemory(forceFullCollection: true), now);
        }

        return now;
    }

    /// <summary>A call at the window; taking and finishing the number is not timed.</summary>
    private async Task<(double Pressed, double AtHub)> Call()
    {
        await seat.Take();
        await farm.All(seat.Seq);
        var begun = Stopwatch.GetTimestamp();
        await seat.CallNext();
        var (called, answered) = (seat.Seq, Stopwatch.GetTimestamp());
        var reached = await farm.All(called);
        await seat.Finish();
        await farm.All(seat.Seq);
        // Whichever was noted first: on a busy pool either may be noted late, and that would flatter the figure.
        var atHub = Math.Min(answered, moment.Of(called));
        return (Milliseconds(begun, reached.Last), Milliseconds(atHub, reached.Last));
    }

    /// <summary>The three messages of a life, each committed and sent; only that of the call is timed.</summary>
    private async Task<(double Pressed, double AtHub)> Broadcast()
    {
        var life = moment.LastLife;
        await Push(life[0]);
        var took = await Push(life[1]);
        await Push(life[2]);
        return took;
    }

    private async Task<(double Pressed, double AtHub)> Push(HallEvents message)
    {
        var (begun, committed) = await bare.Send(message);
        var reached = await farm.All(bare.Seq);
        return (Milliseconds(begun, reached.Last), Milliseconds(committed, reached.Last));
    }

    private static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;
}
