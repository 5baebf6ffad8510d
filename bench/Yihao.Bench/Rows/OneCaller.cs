using System.Diagnostics;
using Yihao.Bench.Bare;
using Yihao.Bench.Shared;
using Yihao.Storage;

namespace Yihao.Bench.Rows;

/// <summary>One caller alone: a command through the grains against one bare fenced insert, in turns.</summary>
internal static class OneCaller
{
    /// <summary>All of them warm the node up; then all but one are at rest.</summary>
    private const int Halls = 32;

    /// <summary>Of each side in a pair, in turns too: what else runs on the machine falls on both.</summary>
    private const int Slices = 40;

    /// <summary>Three commands each.</summary>
    private const int LivesPerSlice = 10;

    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(20);

    public static async Task<IReadOnlyList<PairedFigure>> Measure(int pairs, TextWriter progress)
    {
        await using var node = await MeasuredNode.Start(StorageProvider.PostgreSql, Halls, windows: 1);
        await using var bare = await BareLedger.Open(node.ConnectionString);
        Seat[] seats = [.. Enumerable.Range(0, Halls).Select(hall => new Seat(node.Grains, hall, 0))];
        foreach (var each in seats)
            await each.Open();
        progress.WriteLine($"warming up, {WarmUpTime.TotalSeconds} s");
        await HalfLoad.Most(seats, WarmUpTime);
        var seat = seats[0];
        PairedFigure half = new("one caller alone, a command: p50", "us", 1.3);
        PairedFigure most = new("one caller alone, a command: p99", "us", null);
        PairedFigure[] byCommand =
        [
            new("  take a number: p50", "us", null),
            new("  call next: p50", "us", null),
            new("  finish: p50", "us", null),
        ];
        for (var pair = -2; pair < pairs; pair++)
        {
            List<double>[] ours = [[], [], []];
            List<double> other = [];
            for (var slice = 0; slice < Slices; slice++)
            {
                await Live(seat, ours);
                await Insert(bare, other);
            }

            progress.WriteLine($"pair {pair + 1} of {pairs}");
            if (pair < 0)
                continue;
            double[] all = [.. ours.SelectMany(o => o)];
            half.Add(Spread.Median(all), Spread.Median(other));
            most.Add(Spread.Quantile(all, 0.99), Spread.Quantile(other, 0.99));
            for (var i = 0; i < byCommand.Length; i++)
                byCommand[i].Add(Spread.Median(ours[i]), Spread.Median(other));
        }

        return [half, most, .. byCommand];
    }

    /// <param name="took">Microseconds of each taking, calling and finishing.</param>
    private static async Task Live(Seat seat, List<double>[] took)
    {
        for (var i = 0; i < LivesPerSlice; i++)
        {
            took[0].Add(await Timed(seat.Take));
            took[1].Add(await Timed(seat.CallNext));
            took[2].Add(await Timed(seat.Finish));
        }
    }

    private static async Task Insert(BareLedger bare, List<double> took)
    {
        for (var i = 0; i < 3 * LivesPerSlice; i++)
            took.Add(await Timed(bare.Insert));
    }

    private static async Task<double> Timed(Func<Task> command)
    {
        var begun = Stopwatch.GetTimestamp();
        await command();
        return Stopwatch.GetElapsedTime(begun).TotalMicroseconds;
    }
}
