using System.Diagnostics;
using Yihao.Bench.Ledgers;
using Yihao.Bench.Rows;
using Yihao.Bench.Shared;
using Yihao.Storage;

namespace Yihao.Bench.Growth;

/// <summary>
/// How a node's costs grow: with its halls, with the windows of one hall, with the events of a ledger. One caller: with
/// more, commits would be shared, and it is not that which is asked for.
/// </summary>
internal sealed class NodeCurves(int rounds, TextWriter progress)
{
    private const int Lives = 1_000;
    private const int OpenedTogether = 32;

    /// <summary>Until all of it is compiled as well as it will be.</summary>
    private const int WarmUps = 4;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(4);

    private int warm;

    /// <summary>Processor time of this process for a ticket life, one hall after the other; and of halls that do
    /// nothing; and memory.</summary>
    public async Task<IReadOnlyList<Curve>> Halls(IReadOnlyList<int> sizes)
    {
        Curve life = new(
            "growth-halls", "A ticket life, in turn through all halls of a node", "halls", "us of processor");
        Curve idle = new("growth-halls-idle", "A node whose halls do nothing", "halls", "ms of processor a second");
        Curve memory = new("growth-halls-memory", "Managed memory of a node", "halls", "MB");
        foreach (var halls in sizes)
        {
            progress.WriteLine($"{halls:n0} halls");
            await using var node = await MeasuredNode.Start(StorageProvider.PostgreSql, halls, 1);
            var seats = Enumerable.Range(0, halls).Select(hall => new Seat(node.Grains, hall, 0)).ToArray();
            await Parallel.ForEachAsync(
                seats, new ParallelOptions { MaxDegreeOfParallelism = OpenedTogether },
                async (seat, _) => await seat.Open());
            await WarmUp(seats);
            memory.Add(halls, GC.GetTotalMemory(forceFullCollection: true) / 1048576.0);
            for (var round = 0; round < rounds; round++)
            {
                var still = await Still();
                idle.Add(halls, Math.Max(0.01, 1_000 * still));
                life.Add(halls, await Live(seats, still));
            }
        }

        return [life, idle, memory];
    }

    /// <summary>Processor time of a life in a hall with so many open windows.</summary>
    public async Task<Curve> Windows(IReadOnlyList<int> sizes)
    {
        Curve life = new("growth-windows", "A ticket life in one hall", "open windows", "us of processor");
        foreach (var windows in sizes)
        {
            progress.WriteLine($"{windows:n0} windows");
            await using var node = await MeasuredNode.Start(StorageProvider.PostgreSql, 1, windows);
            var seats = Enumerable.Range(0, windows).Select(window => new Seat(node.Grains, 0, window)).ToArray();
            foreach (var seat in seats)
                await seat.Open();
            await WarmUp(seats);
            for (var round = 0; round < rounds; round++)
                life.Add(windows, await Live(seats, await Still()));
        }

        return life;
    }

    /// <summary>
    /// From the start of the node to the first answer of its hall: snapshot and a tail of 1,000 events.
    /// </summary>
    public async Task<Curve> Events(IReadOnlyList<int> sizes)
    {
        Curve start = new(
            "growth-events", "Start of a node to the first answer of its hall", "events in its ledger", "ms");
        foreach (var events in sizes)
        {
            progress.WriteLine($"{events:n0} events");
            // Each its own: days filled before would lie after those to come, and all would be one day.
            await using var node = await MeasuredNode.Start(StorageProvider.PostgreSql, 1, 1);
            await node.Stop();
            var filler = new FilledLedger();
            var written = await filler.FillTo(node.Storage, events, progress);
            // Reads what is new and writes a snapshot when it stops.
            await FirstAnswer.Start(node, written);
            for (var round = 0; round < rounds; round++)
            {
                written = await filler.AddTail(node.Storage, FirstAnswer.TailLives);
                start.Add(events, (await FirstAnswer.Start(node, written)).Answer);
            }
        }

        return start;
    }

    private async Task WarmUp(Seat[] seats)
    {
        for (; warm < WarmUps; warm++)
            await Live(seats, 0);
        await Live(seats, 0);
    }

    /// <summary>Processor time of this process in a second in which nobody calls.</summary>
    private static async Task<double> Still()
    {
        var (before, begun) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await Task.Delay(Idle);
        return (Environment.CpuUsage.TotalTime - before) / Stopwatch.GetElapsedTime(begun);
    }

    /// <summary>Microseconds of this process's processor time for a life: node and caller together.</summary>
    /// <param name="still">What it uses without callers, which is no life's.</param>
    private static async Task<double> Live(Seat[] seats, double still)
    {
        var (before, begun) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        for (var i = 0; i < Lives; i++)
            await seats[i % seats.Length].Life();
        var used = Environment.CpuUsage.TotalTime - before - still * Stopwatch.GetElapsedTime(begun);
        return used.TotalMicroseconds / Lives;
    }
}
