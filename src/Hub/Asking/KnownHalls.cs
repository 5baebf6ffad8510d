using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Yihao.Contracts;

namespace Yihao.Hub.Asking;

/// <summary>
/// The halls of the network, kept for three seconds, so that an unknown one is refused before any grain of it lives.
/// While a newer list is fetched the old one is good enough.
/// </summary>
internal sealed partial class KnownHalls(
    IGrainFactory grains, GrainCalls calls, TimeProvider time, ILogger<KnownHalls> log)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private Listed? listed;
    private Task<Listed>? fetching;

    public async ValueTask<HallEntry?> Find(string hall, CancellationToken cancellation) =>
        (await Current(cancellation)).ById.GetValueOrDefault(hall);

    /// <summary>Parents before children.</summary>
    public async ValueTask<IReadOnlyList<HallEntry>> All(CancellationToken cancellation) =>
        (await Current(cancellation)).InOrder;

    /// <summary>The hall named first in a ticket's id or link; null when there is none such.</summary>
    public ValueTask<HallEntry?> HallOf(string ticketOrLink, CancellationToken cancellation)
    {
        var end = ticketOrLink.IndexOf('-', StringComparison.Ordinal);
        return end <= 0 || ticketOrLink.Length > LongestLink
            ? ValueTask.FromResult<HallEntry?>(null)
            : Find(ticketOrLink[..end], cancellation);
    }

    /// <summary>Longer than any link that was ever given out.</summary>
    public const int LongestLink = 96;

    private async ValueTask<Listed> Current(CancellationToken cancellation)
    {
        var known = Volatile.Read(ref listed);
        if (known is not null && time.GetElapsedTime(known.At) < Kept)
            return known;
        var newer = Fetch();
        return known ?? await newer.WaitAsync(cancellation);
    }

    private Task<Listed> Fetch()
    {
        lock (gate)
        {
            if (fetching is null || fetching.IsCompleted)
                fetching = Task.Run(FetchOnce);
            return fetching;
        }
    }

    private async Task<Listed> FetchOnce()
    {
        try
        {
            var all = await calls.Repeat(() => grains.GetGrain<INetworkGrain>(0).Halls(), CancellationToken.None);
            var newer = new Listed(all, all.ToFrozenDictionary(h => h.Hall), time.GetTimestamp());
            Volatile.Write(ref listed, newer);
            return newer;
        }
        catch (Exception failed) when (listed is { } old)
        {
            LogKept(failed);
            return old;
        }
    }

    [LoggerMessage(2011, LogLevel.Warning, "The list of halls cannot be renewed; the old one is kept.")]
    private partial void LogKept(Exception exception);

    private sealed record Listed(
        IReadOnlyList<HallEntry> InOrder, FrozenDictionary<string, HallEntry> ById, long At);
}
