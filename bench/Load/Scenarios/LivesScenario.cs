using Yihao.Load.Clients;
using Yihao.Load.Lives;
using Yihao.Load.Report;
using Yihao.Load.Screens;
using Yihao.Load.Servers;

namespace Yihao.Load.Scenarios;

/// <summary>Lives on many halls or one, behind a line or without.</summary>
internal sealed class LivesScenario(Options options, int halls, int windows, int backlog)
{
    private const int MostWindows = 200;
    private const int UsualWindows = 8;
    private const int AtOnce = 64;

    private readonly LifeLog log = new();
    private readonly Meter meter = new();

    /// <returns>True when every answer was right.</returns>
    public static async Task<bool> Play(Options options, int usualHalls, int usualBacklog)
    {
        var halls = options.Halls ?? usualHalls;
        var needed = options.Callers is { } callers ? (callers + halls - 1) / halls : 1;
        var windows = Math.Max(needed, options.Windows ?? (options.Callers is null ? UsualWindows : 1));
        if (windows > MostWindows)
            throw new WrongAnswerException($"each caller needs a window: {halls} halls have {halls * MostWindows}");
        return await new LivesScenario(options, halls, windows, options.Backlog ?? usualBacklog).Play();
    }

    private async Task<bool> Play()
    {
        await using var started = options.Start ? await StartedServer.Start(options, halls, windows) : null;
        var address = started?.Address ?? options.Address!;
        var database = started?.Database ?? options.Database;
        var processes = await Processes.Find(address, database);
        await using IQueue queue = options.Baseline ? new BaselineQueue(address) : new YihaoQueue(address);
        await OpenWindows(queue);
        await TakeBacklog(queue);
        await using var screens = options.Screens is { } many ? new FollowingScreens(address, many, halls) : null;
        await (screens?.Follow() ?? Task.CompletedTask);
        var (seconds, used, logged) = await Measure(queue, processes, database);
        log.CheckEnd(backlog, await queue.CountWaiting(halls));
        var told = screens is null ? null : await ScreensTold.By(screens);
        var report = Report(queue, seconds, used, logged, Memory.Megabytes(processes.Server), told);
        report.Print(Console.Out);
        await Json.Write(options.JsonFile, report);
        return report.Faults.Count == 0;
    }

    private Task OpenWindows(IQueue queue) => Parallel.ForEachAsync(
        Enumerable.Range(0, halls * windows),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (i, _) => await queue.Open(i % halls, i / halls));

    private async Task TakeBacklog(IQueue queue)
    {
        var taken = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, backlog),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (i, _) =>
            {
                log.Taken(await queue.Take(i % halls));
                if (Interlocked.Increment(ref taken) % 10_000 == 0)
                    Console.WriteLine($"backlog: {taken} of {backlog}");
            });
    }

    /// <returns>Also the bytes of write-ahead log; null when they are not known.</returns>
    private async Task<(double Seconds, Used Used, long? Logged)> Measure(
        IQueue queue, Processes processes, string? database)
    {
        using var stop = new CancellationTokenSource();
        var life = new TicketLife(queue, log, meter);
        var running = options.Callers is { } callers
            ? new ClosedLoop(life, callers, halls).Run(stop.Token)
            : new OpenLoop(life, options.Rate, halls, windows).Run(stop.Token);
        var progress = new Progress(meter, running, processes.Server);
        await progress.Watch("warm-up", options.WarmUpSeconds);
        var atFirst = await WriteAheadLog.Length(database);
        var before = processes.Read();
        meter.Begin();
        var seconds = await progress.Watch("measured", options.Seconds);
        meter.End();
        var used = processes.Read().Since(before);
        var logged = await WriteAheadLog.Length(database) - atFirst;
        await stop.CancelAsync();
        // The latencies of those who are still under way count too.
        await running;
        return (seconds, used, logged);
    }

    private LivesReport Report(
        IQueue queue, double seconds, Used used, long? logged, double? megabytes, ScreensTold? told) => new(
        options.Scenario,
        options.Baseline ? "baseline" : "yihao",
        options.Callers,
        options.Callers is null ? options.Rate : null,
        halls,
        windows,
        backlog,
        seconds,
        meter.Lives,
        meter.Lives / seconds,
        meter.Life.Read().Count,
        Milliseconds(),
        PerLife.Of(used, meter.Lives),
        meter.Lives == 0 ? null : logged / 1024.0 / meter.Lives,
        megabytes,
        meter.Empty,
        queue.Repeats,
        told,
        [.. log.Faults, .. told?.Faults ?? []]);

    private Dictionary<string, Percentiles> Milliseconds()
    {
        var steps = new Dictionary<string, Percentiles>
        {
            ["take"] = meter.Take.Read(),
            ["call"] = meter.Call.Read(),
            ["finish"] = meter.Finish.Read(),
            ["life"] = meter.Life.Read(),
        };
        if (options.Callers is null)
            steps["begun late"] = meter.Late.Read();
        return steps;
    }
}
