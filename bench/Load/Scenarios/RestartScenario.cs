using System.Diagnostics;
using Yihao.Load.Clients;
using Yihao.Load.Lives;
using Yihao.Load.Report;
using Yihao.Load.Servers;

namespace Yihao.Load.Scenarios;

/// <summary>
/// How long a server takes from its start to the first number it gives, when the hall has many events in its ledger and
/// when it has few, in turns. Each start follows an orderly stop: after a kill both would wait until the cluster counts
/// the old node out.
/// </summary>
internal sealed class RestartScenario(Options options)
{
    private const int Writers = 64;

    /// <returns>True when the halls came back with all that they had.</returns>
    public async Task<bool> Play()
    {
        await using var few = await StartedServer.StartYihao(1, 1, nodes: 1);
        await using var many = await StartedServer.StartYihao(1, Writers, nodes: 1);
        List<double> empty = [], full = [];
        List<string> faults =
        [
            .. await Fill(few, writers: 1, events: 1),
            .. await Fill(many, Writers, options.Events),
        ];
        for (var pair = 1; pair <= options.Pairs; pair++)
        {
            empty.Add(await Start(few, faults));
            full.Add(await Start(many, faults));
            Console.WriteLine(FormattableString.Invariant(
                $"pair {pair}: {empty[^1]:F0} ms with few events, {full[^1]:F0} ms with many"));
        }

        var report = new RestartReport(await SeqOf(many.Address), empty, full, faults);
        report.Print(Console.Out);
        await Json.Write(options.JsonFile, report);
        return faults.Count == 0;
    }

    /// <summary>Lives in closed loops until the ledger has so many events.</summary>
    /// <returns>What was wrong.</returns>
    private static async Task<IReadOnlyList<string>> Fill(StartedServer server, int writers, int events)
    {
        var log = new LifeLog();
        await using var queue = new YihaoQueue(server.Address);
        for (var window = 0; window < writers; window++)
            await queue.Open(0, window);
        using var stop = new CancellationTokenSource();
        var running = new ClosedLoop(new TicketLife(queue, log, new Meter()), writers, halls: 1).Run(stop.Token);
        for (var seq = 0L; seq < events && !running.IsCompleted; seq = await SeqOf(server.Address))
        {
            Console.WriteLine($"events: {seq} of {events}");
            await Task.WhenAny(running, Task.Delay(1000));
        }

        await stop.CancelAsync();
        await running;
        return log.Faults;
    }

    private static async Task<double> Start(StartedServer server, List<string> faults)
    {
        var before = await SeqOf(server.Address);
        var node = server.Nodes[0];
        await node.Process.Stop();
        var begun = Stopwatch.GetTimestamp();
        await node.Start();
        await using var queue = new YihaoQueue(server.Address);
        await queue.Take(0);
        var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        if (await SeqOf(server.Address) is var after && after <= before)
            faults.Add($"the hall came back with seq {after}, it had {before}");
        return took;
    }

    private static async Task<long> SeqOf(Uri server)
    {
        await using var queue = new YihaoQueue(server);
        return await queue.Seq(0);
    }
}
