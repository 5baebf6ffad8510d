using System.Diagnostics;
using System.Globalization;
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
/// From the call at a window to its event at a screen's SignalR client in another process, while other halls work at
/// half of what the node can do; against one durable commit and a bare SignalR group send in the same process, under
/// the same load. In turns, call by call.
/// </summary>
internal sealed class CallToScreen(
    Seat seat, BareBroadcast bare, HallEvents called, ScreenFarm screens, ScreenFarm bareScreens)
{
    private const int Halls = 100;

    /// <summary>In each hall: so many callers as the node can do the most with.</summary>
    private const int Windows = 11;

    private const int OpenedAtOnce = 16;
    private const int CallsPerPair = 200;
    private const int WarmUp = 100;

    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenCalls = TimeSpan.FromMilliseconds(5);

    public static async Task<IReadOnlyList<PairedFigure>> Measure(int pairs, TextWriter progress)
    {
        using ScreenFarm screens = new(1), bareScreens = new(1);
        using var stop = new CancellationTokenSource();
        await using var node = await MeasuredNode.Start(
            StorageProvider.PostgreSql, Halls + 1, Windows, app => app.MapHub<BareHub>(BareHub.Path));
        await using var bare = await BareLedger.Open(node.ConnectionString);
        var seat = new Seat(node.Grains, Halls, 0);
        await seat.Open();
        var moment = await HubMoment.Follow(node.Grains, Halls, stop.Token);
        await seat.Life();
        await moment.FirstLife.WaitAsync(Patience);
        var broadcast = new BareBroadcast(bare, node.Services.GetRequiredService<IHubContext<BareHub>>());
        var row = new CallToScreen(seat, broadcast, moment.LastLife[1], screens, bareScreens);
        await screens.Open(new Uri(node.Address, "/hubs/display"), MeasuredNetwork.Hall(Halls), 1);
        await bareScreens.Open(new Uri(node.Address, BareHub.Path), "bare", 1);
        var figures = await row.UnderLoad(await OtherSeats(node.Grains), pairs, progress);
        await stop.CancelAsync();
        return figures;
    }

    /// <summary>All windows of all other halls.</summary>
    private static async Task<Seat[]> OtherSeats(IGrainFactory grains)
    {
        Seat[] seats = [.. Enumerable.Range(0, Halls * Windows).Select(i => new Seat(grains, i % Halls, i / Halls))];
        await Parallel.ForEachAsync(
            seats,
            new ParallelOptions { MaxDegreeOfParallelism = OpenedAtOnce },
            async (seat, _) => await seat.Open());
        return seats;
    }

    private async Task<IReadOnlyList<PairedFigure>> UnderLoad(Seat[] others, int pairs, TextWriter progress)
    {
        // With one window a hall: what is not compiled yet is too slow for all of them.
        await HalfLoad.Most(others[..Halls], WarmUpTime);
        await HalfLoad.Most(others, WarmUpTime);
        var most = await HalfLoad.Most(others, MostTime);
        await using var load = HalfLoad.Start(others, most / 2);
        var figures = await InTurns(pairs, progress);
        progress.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"half of {most:0} lives a second with {others.Length} callers: {load}"));
        load.Check();
        return figures;
    }

    private async Task<IReadOnlyList<PairedFigure>> InTurns(int pairs, TextWriter progress)
    {
        PairedFigure half = new("call next to the event at a screen, half load: p50", "us", 1.5);
        PairedFigure most = new("call next to the event at a screen, half load: p99", "us", 3);
        PairedFigure answered = new("  of it to the answer: p50 (other: to the commit)", "us", null);
        for (var i = 0; i < WarmUp; i++)
        {
            await Call();
            await Send();
        }

        for (var pair = 1; pair <= pairs; pair++)
        {
            List<double> ours = [], other = [], answers = [], commits = [];
            for (var i = 0; i < CallsPerPair; i++)
            {
                Add(await Call(), answers, ours);
                await Task.Delay(BetweenCalls);
                Add(await Send(), commits, other);
                await Task.Delay(BetweenCalls);
            }

            progress.WriteLine($"pair {pair} of {pairs}: {Spread.Median(ours):0} to {Spread.Median(other):0} us");
            half.Add(Spread.Median(ours), Spread.Median(other));
            most.Add(Spread.Quantile(ours, 0.99), Spread.Quantile(other, 0.99));
            answered.Add(Spread.Median(answers), Spread.Median(commits));
        }

        return [half, most, answered];
    }

    /// <summary>Microseconds to the answer and to the screen; taking and finishing the number is not timed.</summary>
    private async Task<(double Answered, double Seen)> Call()
    {
        await seat.Take();
        await screens.All(seat.Seq);
        var begun = Stopwatch.GetTimestamp();
        await seat.CallNext();
        var answered = Stopwatch.GetTimestamp();
        var reached = await screens.All(seat.Seq);
        await seat.Finish();
        await screens.All(seat.Seq);
        return (Microseconds(begun, answered), Microseconds(begun, reached.Last));
    }

    private async Task<(double Committed, double Seen)> Send()
    {
        var (begun, committed) = await bare.Send(called);
        var reached = await bareScreens.All(bare.Seq);
        return (Microseconds(begun, committed), Microseconds(begun, reached.Last));
    }

    private static void Add((double First, double Second) took, List<double> first, List<double> second)
    {
        first.Add(took.First);
        second.Add(took.Second);
    }

    private static double Microseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMicroseconds;
}
