using System.Collections.Concurrent;
using System.Diagnostics;
using Yihao.Bench.Shared;
using Yihao.Contracts;

namespace Yihao.Compare.Grains;

/// <summary>What one measurement came to.</summary>
/// <param name="Lives">Ticket lives that were finished in the time.</param>
/// <param name="Seconds">By the wall.</param>
/// <param name="ProcessorMilliseconds">Of this process: node and callers together.</param>
internal sealed record LivesRun(int Callers, long Lives, double Seconds, double ProcessorMilliseconds);

/// <summary>
/// Callers in a closed loop, each a kiosk and a clerk at a window of its own: take a number, call the next one, finish
/// it. Three durable commands; the ticket that is called is the one that has waited longest, not the one just taken.
/// </summary>
internal sealed class Callers(IGrainFactory grains, int halls, int windows)
{
    private static readonly ConcurrentDictionary<string, bool> Called = new(StringComparer.Ordinal);
    private long ids;

    /// <summary>Opens every window with its own clerk.</summary>
    public Task Open() => Parallel.ForEachAsync(
        Enumerable.Range(0, halls * windows),
        new ParallelOptions { MaxDegreeOfParallelism = 64 },
        async (i, _) => Accepted(await WindowOf(i).Act(
            Request(i, new OpenAct(MeasuredNetwork.Clerk(i % halls, i / halls))))));

    /// <summary>Takes so many numbers in the first hall, so that nobody is called at once.</summary>
    public Task Fill(int tickets) => Parallel.ForEachAsync(
        Enumerable.Range(0, tickets),
        new ParallelOptions { MaxDegreeOfParallelism = 256 },
        async (_, _) => Accepted(await Hall(0).TakeNumber(Take())));

    /// <exception cref="InvalidOperationException">An answer was wrong.</exception>
    public async Task<LivesRun> Live(int callers, TimeSpan time)
    {
        if (callers > halls * windows)
            throw new InvalidOperationException($"{callers} callers need as many windows");
        var lives = new long[callers];
        var processor = ProcessorTime.Of(Environment.ProcessId);
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(i => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(begun) < time)
            {
                await LiveOnce(i);
                lives[i]++;
            }
        })));
        var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return new(callers, lives.Sum(), took, ProcessorTime.Of(Environment.ProcessId) - processor);
    }

    private async Task LiveOnce(int caller)
    {
        Accepted(await Hall(caller % halls).TakeNumber(Take()));
        var called = Accepted(await WindowOf(caller).Act(Request(caller, new CallNextAct(false)))).Ticket
            ?? throw new InvalidOperationException("a number was taken, and nobody waits");
        if (!Called.TryAdd(called, true))
            throw new InvalidOperationException($"{called} was called twice");
        if (Accepted(await WindowOf(caller).Act(Request(caller, new FinishAct(null)))).Window.Ticket is not null)
            throw new InvalidOperationException($"{called} was finished and is still in hand");
    }

    private TakeNumberRequest Take() => new(NextId(), "kiosk", MeasuredNetwork.Matter, "normal", null);

    private WindowRequest Request(int caller, WindowAct act) =>
        new(NextId(), MeasuredNetwork.Window(caller / halls), act);

    private string NextId() => $"measured-{Interlocked.Increment(ref ids)}";

    private IHallGrain Hall(int hall) => grains.GetGrain<IHallGrain>(MeasuredNetwork.Hall(hall));

    private IWindowGrain WindowOf(int caller) => grains.GetGrain<IWindowGrain>(
        $"{MeasuredNetwork.Hall(caller % halls)}/{MeasuredNetwork.Window(caller / halls)}");

    private static T Accepted<T>(Answer<T> answer) => answer switch
    {
        Accepted<T> accepted => accepted.Value,
        Refused<T> refused => throw new InvalidOperationException($"refused: {refused.Code}"),
        _ => throw new InvalidOperationException("an answer is accepted or refused"),
    };
}
