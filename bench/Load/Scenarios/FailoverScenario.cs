using System.Diagnostics;
using Yihao.Load.Clients;
using Yihao.Load.Lives;
using Yihao.Load.Report;
using Yihao.Load.Servers;

namespace Yihao.Load.Scenarios;

/// <summary>
/// Nodes of a cluster are killed (kill -9) while one caller at each hall takes numbers through a node that lives: how
/// long each hall was silent. A killed node is started again before the next one.
/// </summary>
internal sealed class FailoverScenario(Options options, int halls)
{
    private const int NodesStarted = 3;
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(15);

    /// <summary>A hall that is still silent then is heard out that much longer.</summary>
    private static readonly TimeSpan HeardOut = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    /// <summary>Shorter ones happen without a kill.</summary>
    private static readonly TimeSpan Noticed = TimeSpan.FromMilliseconds(300);

    private readonly LifeLog log = new();
    private readonly Latencies silences = new();
    private readonly HallAnswers[] answers =
        [.. Enumerable.Range(0, halls).Select(_ => new HallAnswers(Stopwatch.GetTimestamp()))];

    /// <returns>True when no number was lost or given twice.</returns>
    public async Task<bool> Play()
    {
        await using var server = await StartedServer.StartYihao(halls, 1, NodesStarted);
        // Node 0 holds the doors of the callers and is never killed.
        await using var queue = new YihaoQueue(server.Address);
        using var stop = new CancellationTokenSource();
        var callers = Enumerable.Range(0, halls).Select(hall => Take(queue, hall, stop.Token)).ToList();
        for (var kill = 0; kill < options.Kills; kill++)
        {
            await KillOne(server.Nodes[1 + kill % (NodesStarted - 1)], kill);
            if (callers.FirstOrDefault(c => c.IsFaulted) is { } faulted)
                await faulted;
        }

        await stop.CancelAsync();
        var taken = (await Task.WhenAll(callers)).Sum();
        var waiting = await queue.CountWaiting(halls);
        log.CheckEnd(taken, waiting);
        var report = new FailoverReport(halls, options.Kills, silences.Read(), queue.Repeats, log.Faults);
        report.Print(Console.Out);
        await Json.Write(options.JsonFile, report);
        return log.Faults.Count == 0;
    }

    private async Task KillOne(StartedNode node, int kill)
    {
        await Task.Delay(Settle);
        var killed = Stopwatch.GetTimestamp();
        await node.Process.Kill();
        await Task.Delay(Watch);
        await HearOut();
        var now = Stopwatch.GetTimestamp();
        var noticed = 0;
        foreach (var silence in answers.Select(hall => hall.LongestSince(killed, now)).Where(s => s > Noticed))
        {
            silences.Record(silence);
            noticed++;
        }

        Console.WriteLine($"kill {kill + 1} of {options.Kills}: {noticed} of {halls} halls were silent for a while");
        await node.Start();
    }

    /// <summary>Until every hall answers again: a silence is not cut where the watch ends.</summary>
    private async Task HearOut()
    {
        var begun = Stopwatch.GetTimestamp();
        while (answers.Any(hall => hall.SilentBy(Stopwatch.GetTimestamp()) > Noticed)
            && Stopwatch.GetElapsedTime(begun) < HeardOut)
            await Task.Delay(Pace);
    }

    /// <summary>One number after the other; the time between two answers is the hall's silence.</summary>
    private async Task<long> Take(YihaoQueue queue, int hall, CancellationToken stop)
    {
        // The start of the server is no silence.
        answers[hall].Answered(Stopwatch.GetTimestamp());
        var taken = 0L;
        for (; !stop.IsCancellationRequested; taken++)
        {
            log.Taken(await queue.Take(hall));
            answers[hall].Answered(Stopwatch.GetTimestamp());
            await Task.Delay(Pace, CancellationToken.None);
        }

        return taken;
    }
}
