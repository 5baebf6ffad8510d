using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Yihao.Contracts;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Asking;

/// <summary>
/// The waits of all halls, asked in parallel and kept for two seconds. A hall that does not answer in time stands there
/// as it is planned.
/// </summary>
internal sealed partial class HallList(HallRefs refs, KnownHalls halls, TimeProvider time, ILogger<HallList> log)
{
    private const int AskedAtOnce = 64;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly Lock gate = new();
    private Task<IReadOnlyList<ListedHall>>? collecting;
    private long collectedAt;

    public Task<IReadOnlyList<ListedHall>> All(CancellationToken cancellation)
    {
        lock (gate)
        {
            var fresh = collecting is { IsFaulted: false }
                && (!collecting.IsCompleted || time.GetElapsedTime(Volatile.Read(ref collectedAt)) < Kept);
            if (!fresh)
                collecting = Task.Run(Collect);
            return collecting!.WaitAsync(cancellation);
        }
    }

    private async Task<IReadOnlyList<ListedHall>> Collect()
    {
        var known = await halls.All(CancellationToken.None);
        var listed = new ConcurrentDictionary<string, ListedHall>();
        await Parallel.ForEachAsync(
            known,
            new ParallelOptions { MaxDegreeOfParallelism = AskedAtOnce },
            async (hall, _) => listed[hall.Hall] = await Summarize(hall));
        Volatile.Write(ref collectedAt, time.GetTimestamp());
        return [.. known.Select(h => listed[h.Hall])];
    }

    private async Task<ListedHall> Summarize(HallEntry hall)
    {
        try
        {
            var answer = await refs.Hall(hall.Hall).Summarize().WaitAsync(Patience, time);
            return answer is Accepted<HallSummary> summary
                ? ListedHall.Of(summary.Value, summary.AsOf)
                : ListedHall.Planned(hall);
        }
        catch (Exception silent)
        {
            LogSilent(hall.Hall, silent.Message);
            return ListedHall.Planned(hall);
        }
    }

    [LoggerMessage(2021, LogLevel.Information, "Hall {Hall} does not answer for the list: {Reason}")]
    private partial void LogSilent(string hall, string reason);
}
