using System.Collections.Concurrent;
using System.Collections.Frozen;
using Yihao.Contracts;

namespace Yihao.Hub.Asking;

/// <summary>
/// The windows of each hall, so that a window that does not exist never gets a grain. One that is known once stays
/// known here: if it is taken out of the plan, its hall refuses it.
/// </summary>
internal sealed class KnownWindows(HallRefs refs, GrainCalls calls, TimeProvider time)
{
    /// <summary>A hall is asked again for a window it did not have, but not more often than this.</summary>
    private static readonly TimeSpan AskedAgain = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Seen> halls = [];

    /// <param name="hall">A hall that exists.</param>
    public async ValueTask<bool> Has(string hall, string window, CancellationToken cancellation)
    {
        if (halls.TryGetValue(hall, out var seen)
            && (seen.Windows.Contains(window) || time.GetElapsedTime(seen.At) < AskedAgain))
            return seen.Windows.Contains(window);
        var answer = await calls.Repeat(() => refs.Hall(hall).Describe(), cancellation);
        if (answer is not Accepted<HallView> view)
            return false;
        var now = new Seen(view.Value.Windows.Select(w => w.Window).ToFrozenSet(), time.GetTimestamp());
        halls[hall] = now;
        return now.Windows.Contains(window);
    }

    private sealed record Seen(FrozenSet<string> Windows, long At);
}
