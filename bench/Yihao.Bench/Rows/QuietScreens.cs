using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Yihao.Bench.Bare;
using Yihao.Bench.Screens;
using Yihao.Bench.Shared;
using Yihao.Storage;

namespace Yihao.Bench.Rows;

/// <summary>
/// What a screen costs a node while nothing happens in its hall, pings both ways included; against a connection to a
/// bare SignalR hub. Each turn connects its own. The unit costs of docs/sizing.md.
/// </summary>
internal sealed class QuietScreens(MeasuredNode node, ScreenFarm farm)
{
    private const int Processes = 2;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(12);

    public static async Task<IReadOnlyList<PairedFigure>> Measure(
        int pairs, IReadOnlyList<int> screens, TextWriter progress)
    {
        using var farm = new ScreenFarm(Processes);
        await using var node = await MeasuredNode.Start(
            StorageProvider.PostgreSql, 1, 1, app => app.MapHub<BareHub>(BareHub.Path));
        await new Seat(node.Grains, 0, 0).Open();
        var quiet = new QuietScreens(node, farm);
        List<PairedFigure> figures = [];
        foreach (var many in screens)
            figures.AddRange(await quiet.Measure(pairs, many, progress));
        return figures;
    }

    private async Task<IReadOnlyList<PairedFigure>> Measure(int pairs, int screens, TextWriter progress)
    {
        PairedFigure[] figures =
        [
            new($"{screens} quiet screens: node's processor time, each", "us/s", null),
            new($"{screens} quiet screens: managed memory, each", "KB", null),
            new($"{screens} quiet screens: network, both ways, each", "B/s", null),
        ];
        for (var pair = 0; pair <= pairs; pair++)
        {
            var ours = await Turn("/hubs/display", screens);
            var other = await Turn(BareHub.Path, screens);
            progress.WriteLine($"{screens} screens, pair {pair} of {pairs}: {ours[0]:0.0} to {other[0]:0.0} us/s");
            for (var i = 0; pair > 0 && i < figures.Length; i++)
                figures[i].Add(ours[i], other[i]);
        }

        return figures;
    }

    private async Task<double[]> Turn(string path, int screens)
    {
        var without = await Look();
        await farm.Open(new Uri(node.Address, path), MeasuredNetwork.Hall(0), screens);
        var with = await Look();
        await farm.Close();
        return
        [
            (with.Microseconds - without.Microseconds) / screens,
            (with.Managed - without.Managed) / 1024.0 / screens,
            (with.Traffic - without.Traffic) / screens,
        ];
    }

    /// <summary>Processor time and traffic of a second, in microseconds and bytes; memory in bytes.</summary>
    private static async Task<(double Microseconds, long Managed, double Traffic)> Look()
    {
        await Task.Delay(Settling);
        var (used, passed) = (Environment.CpuUsage.TotalTime, LoopbackTraffic.Bytes());
        var begun = Stopwatch.GetTimestamp();
        await Task.Delay(Watched);
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var microseconds = (Environment.CpuUsage.TotalTime - used).TotalMicroseconds / seconds;
        var traffic = (LoopbackTraffic.Bytes() - passed) / seconds;
        return (microseconds, GC.GetTotalMemory(forceFullCollection: true), traffic);
    }
}
