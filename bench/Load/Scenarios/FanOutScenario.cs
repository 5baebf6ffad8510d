using System.Diagnostics;
using Yihao.Bench.Shared;
using Yihao.Load.Clients;
using Yihao.Load.Lives;
using Yihao.Load.Report;
using Yihao.Load.Screens;
using Yihao.Load.Servers;

namespace Yihao.Load.Scenarios;

/// <summary>One call to many screens of one hall: how long until the last one has it.</summary>
internal sealed class FanOutScenario(Options options)
{
    private const int UsualScreens = 1_000;
    private const int AtOnce = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly List<string> faults = [];
    private readonly Latencies answered = new();
    private readonly Latencies any = new();
    private readonly Latencies last = new();

    /// <returns>True when every screen was told every call once and in order.</returns>
    public async Task<bool> Play()
    {
        await using var started = options.Start ? await StartedServer.StartYihao(1, 1, nodes: 1) : null;
        var address = started?.Address ?? options.Address!;
        var processes = await Processes.Find(address, started?.Database ?? options.Database);
        await using var queue = new YihaoQueue(address);
        await queue.Open(0, 0);
        await Round(queue, [], -1);
        var before = Memory.Megabytes(processes.Server);
        var screens = await Connect(address);
        var used = processes.Read();
        var calls = 0;
        var begun = Stopwatch.GetTimestamp();
        var shown = 0;
        for (; faults.Count == 0 && Stopwatch.GetElapsedTime(begun).TotalSeconds < options.Seconds; calls++)
        {
            await Round(queue, screens, calls);
            var second = (int)Stopwatch.GetElapsedTime(begun).TotalSeconds;
            if (second > shown)
                Console.WriteLine($"measured {second,4} s  {calls + 1,7} calls");
            shown = second;
        }

        var report = new FanOutReport(
            screens.Count,
            calls,
            new Dictionary<string, Percentiles>
            {
                ["answer"] = answered.Read(), ["a screen"] = any.Read(), ["the last"] = last.Read(),
            },
            (double?)processes.Read().Since(used).Server / calls,
            (Memory.Megabytes(processes.Server) - before) * 1024 / screens.Count,
            faults);
        report.Print(Console.Out);
        await Json.Write(options.JsonFile, report);
        await Parallel.ForEachAsync(screens, async (screen, _) => await screen.DisposeAsync());
        return faults.Count == 0;
    }

    private async Task<IReadOnlyList<LoadScreen>> Connect(Uri address)
    {
        var many = options.Screens ?? UsualScreens;
        var screens = Enumerable.Range(0, many).Select(i => new LoadScreen(address, i)).ToList();
        var connected = 0;
        await Parallel.ForEachAsync(
            screens,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (screen, _) =>
            {
                await screen.Follow(MeasuredNetwork.Hall(0));
                if (Interlocked.Increment(ref connected) % 500 == 0)
                    Console.WriteLine($"screens: {connected} of {screens.Count}");
            });
        return screens;
    }

    /// <summary>One life; its call counts from the press of the button.</summary>
    private async Task Round(YihaoQueue queue, IReadOnlyList<LoadScreen> screens, int round)
    {
        var ticket = await queue.Take(0);
        var pressed = Stopwatch.GetTimestamp();
        var (called, number) = await queue.CallNumber(0, 0);
        if (called != ticket)
            faults.Add($"{called} was called, {ticket} was the only one that waited");
        if (round >= 0)
        {
            answered.Record(pressed);
            await AwaitAll(screens, round + 1);
            Judge(screens, round, number, pressed);
        }

        await queue.Finish(0, 0, ticket);
    }

    private static async Task AwaitAll(IReadOnlyList<LoadScreen> screens, int calls)
    {
        var begun = Stopwatch.GetTimestamp();
        while (screens.Any(s => s.Calls < calls && !s.Closed) && Stopwatch.GetElapsedTime(begun) < Patience)
            await Task.Delay(5);
    }

    private void Judge(IReadOnlyList<LoadScreen> screens, int round, string? number, long pressed)
    {
        var (late, wrong, latest) = (0, 0, 0L);
        foreach (var screen in screens)
        {
            if (screen.Calls != round + 1)
            {
                late++;
                continue;
            }

            var (told, at) = screen.Call(round);
            wrong += told == number ? 0 : 1;
            latest = Math.Max(latest, at);
            any.Record(Stopwatch.GetElapsedTime(pressed, at));
        }

        last.Record(Stopwatch.GetElapsedTime(pressed, latest));
        if (late + wrong > 0)
            faults.Add($"call {number}: {late} screens were not told once, {wrong} were told another number");
        if (screens.Sum(s => s.Gaps) is > 0 and var gaps)
            faults.Add($"{gaps} gaps in what screens were told");
        if (screens.Count(s => s.Closed) is > 0 and var closed)
            faults.Add($"{closed} screens were cut off");
    }
}
