using System.Diagnostics;
using Yihao.Bench.Shared;

namespace Yihao.Compare.Grains;

/// <summary>What one measurement came to.</summary>
/// <param name="Lives">Ticket lives that were finished in the time.</param>
/// <param name="Seconds">By the wall.</param>
/// <param name="ProcessorMilliseconds">Of the node's process: node and callers together.</param>
/// <param name="AllocatedBytes">By all threads of that process.</param>
internal sealed record LivesRun(
    int Callers, long Lives, double Seconds, double ProcessorMilliseconds, long AllocatedBytes);

/// <summary>
/// Callers in a closed loop, each a kiosk and a clerk at a window of its own: take a number, call the next one, finish
/// it. Three durable commands; the ticket that is called is the one that has waited longest, not the one just taken.
/// </summary>
internal sealed class Callers
{
    private readonly Seat[] seats;
    private readonly HashSet<Seat> open = [];
    private readonly int halls;

    public Callers(IGrainFactory grains, int halls, int windows)
    {
        this.halls = halls;
        seats = [.. Enumerable.Range(0, halls * windows).Select(i => new Seat(grains, i % halls, i / halls))];
    }

    /// <summary>Takes so many numbers in one hall; nobody is called.</summary>
    public async Task Fill(int tickets, int hall)
    {
        await Open(In(hall));
        await Parallel.ForEachAsync(
            Enumerable.Range(0, tickets),
            new ParallelOptions { MaxDegreeOfParallelism = 256 },
            async (_, _) => await seats[hall].Take());
    }

    /// <param name="hall">The only one where somebody is; null for all.</param>
    /// <exception cref="InvalidOperationException">An answer was wrong, or there are not so many windows.</exception>
    public async Task<LivesRun> Live(int callers, TimeSpan time, int? hall = null)
    {
        var taken = hall is { } one ? In(one) : seats;
        if (callers > taken.Length)
            throw new InvalidOperationException($"{callers} callers, and only {taken.Length} windows");
        await Open(taken);
        var lives = new long[callers];
        var processor = ProcessorTime.Of(Environment.ProcessId);
        var allocated = GC.GetTotalAllocatedBytes();
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(i => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(begun) < time)
            {
                await taken[i].Life();
                lives[i]++;
            }
        })));
        var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return new(
            callers, lives.Sum(), took, ProcessorTime.Of(Environment.ProcessId) - processor,
            GC.GetTotalAllocatedBytes() - allocated);
    }

    private Seat[] In(int hall) => [.. seats.Where((_, i) => i % halls == hall)];

    /// <summary>
    /// Each with its own clerk, when somebody is to come: after a quarter of an hour without a command a clerk counts
    /// as lost.
    /// </summary>
    private async Task Open(Seat[] windows)
    {
        await Parallel.ForEachAsync(
            windows.Where(seat => !open.Contains(seat)),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (seat, _) => await seat.Open());
        open.UnionWith(windows);
    }
}
