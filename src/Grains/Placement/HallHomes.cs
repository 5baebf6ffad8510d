using System.IO.Hashing;
using System.Text;

namespace Yihao.Grains.Placement;

/// <summary>
/// Where halls belong: on the silo with the highest rendezvous weight for the hall's id (Thaler and Ravishankar 1998).
/// The silo's name counts, not its address, so that a restart moves nothing for good. Thread-safe.
/// </summary>
/// <param name="manifests">Orleans places nothing on a silo whose grains it does not know yet, so none belongs
/// there.</param>
public sealed class HallHomes(
    ISiloStatusOracle silos, IClusterManifestProvider manifests, ILocalSiloDetails self, TimeProvider time)
{
    /// <summary>How long the members must have been the same before halls go home.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromSeconds(5);

    /// <summary>Between two halls that leave one silo: each is away for some milliseconds.</summary>
    private static readonly TimeSpan BetweenMoves = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);

    private volatile Members? seen;
    private long movedAt;

    /// <summary>Goes up when a silo comes or goes.</summary>
    public int Changes => Now().Changes;

    /// <summary>The part of a key in front of the first separator: of the hall itself, a window, or a ticket.</summary>
    public static string HallOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var end = key.AsSpan().IndexOfAny('/', '-');
        return end < 0 ? key : key[..end];
    }

    public SiloAddress HomeAmong(string hall, IReadOnlyList<SiloAddress> among) =>
        among.MaxBy(silo => Weight(hall, NameOf(silo)))!;

    /// <summary>This silo is the hall's home among those that are active.</summary>
    public bool IsHere(string hall)
    {
        var here = Weight(hall, self.Name);
        return Now().Names.All(name => Weight(hall, name) <= here);
    }

    /// <summary>Of this moment, for <see cref="WasLongAgo"/>.</summary>
    public long Stamp => time.GetTimestamp();

    /// <summary>As long ago as the members must have been the same.</summary>
    public bool WasLongAgo(long stamp) => time.GetElapsedTime(stamp) >= Calm;

    /// <summary>The members have been the same for a while.</summary>
    public bool AreCalm => WasLongAgo(Now().Since);

    /// <summary>
    /// One hall after another leaves this silo: true when none has a moment ago. Who is told true leaves.
    /// </summary>
    public bool TakeTurn()
    {
        var moved = Interlocked.Read(ref movedAt);
        return time.GetElapsedTime(moved) >= BetweenMoves
            && Interlocked.CompareExchange(ref movedAt, time.GetTimestamp(), moved) == moved;
    }

    /// <summary>Looked up anew when it is old; two that look at once see the same.</summary>
    private Members Now()
    {
        var last = seen;
        if (last is not null && time.GetElapsedTime(last.LookedAt) < Fresh)
            return last;
        var at = time.GetTimestamp();
        string[] names =
        [
            .. silos.GetApproximateSiloStatuses(onlyActive: true).Keys
                .Where(manifests.Current.Silos.ContainsKey).Select(NameOf).Order(),
        ];
        var now = last is not null && names.AsSpan().SequenceEqual(last.Names)
            ? last with { LookedAt = at }
            : new Members(names, at, at, (last?.Changes ?? 0) + 1);
        seen = now;
        return now;
    }

    private string NameOf(SiloAddress silo) =>
        silos.TryGetSiloName(silo, out var name) ? name : silo.Endpoint.ToString();

    private static ulong Weight(string hall, string silo) =>
        XxHash3.HashToUInt64(Encoding.UTF8.GetBytes($"{hall}|{silo}"));

    private sealed record Members(string[] Names, long LookedAt, long Since, int Changes);
}
