using Yihao.Grains.Codec;
using Yihao.Grains.Ports;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>
/// Makes a hall from its snapshot and the tail of its ledger. A snapshot that does not fit the ledger, in seq or in
/// hash, or that this program cannot read, is left aside: that costs time, never data.
/// </summary>
public static class HallLoading
{
    /// <summary>What screens may ask back for, and so what is kept in memory of the ledger's end.</summary>
    public const int RecentEvents = 1_000;

    private const int PageSize = 5_000;

    /// <exception cref="InvalidOperationException">The ledger has a gap, or an entry does not fit the
    /// state.</exception>
    public static async Task<LoadedHall> Load(
        ILedger ledger, ILedgerSession session, HallSnapshot? snapshot, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(session);
        var hall = await Restore(ledger, session, snapshot, cancellation);
        var snapshotSeq = hall?.Seq ?? 0;
        var recent = new Queue<(long Seq, Recorded Recorded)>();
        var from = Math.Min(snapshotSeq, Math.Max(0, session.OpenedAtSeq - RecentEvents));
        var reading = Page(from);
        while (from < session.OpenedAtSeq)
        {
            var page = await reading;
            if (page.Count == 0)
            {
                throw new InvalidOperationException(
                    $"{session.Hall}: the ledger ends at {from}, its head is at {session.OpenedAtSeq}");
            }

            reading = Page(from + page.Count);
            foreach (var entry in page)
            {
                if (entry.Seq != ++from)
                    throw new InvalidOperationException($"{session.Hall}: the ledger has no entry {from}");
                var recorded = EventCodec.Decode(entry);
                recent.Enqueue((entry.Seq, recorded));
                if (recent.Count > RecentEvents)
                    recent.Dequeue();
                if (entry.Seq <= snapshotSeq)
                    continue;
                if (hall is null)
                    hall = Hall.Begin(recorded);
                else
                    hall.Apply(recorded);
            }
        }

        return new(hall, [.. recent], snapshotSeq);

        // Asked for while the one before is applied. Not beyond the session: what another one has written since is not
        // this activation's.
        Task<IReadOnlyList<LedgerEntry>> Page(long after)
        {
            var take = (int)Math.Min(PageSize, session.OpenedAtSeq - after);
            return take <= 0
                ? Task.FromResult<IReadOnlyList<LedgerEntry>>([])
                : ledger.Read(session.Hall, after, take, cancellation);
        }
    }

    private static async Task<Hall?> Restore(
        ILedger ledger, ILedgerSession session, HallSnapshot? snapshot, CancellationToken cancellation)
    {
        if (snapshot is null || snapshot.Seq == 0 || snapshot.Seq > session.OpenedAtSeq)
            return null;
        var at = await ledger.Read(session.Hall, snapshot.Seq - 1, 1, cancellation);
        if (at is not [var entry] || !entry.Hash.AsSpan().SequenceEqual(snapshot.Hash))
            return null;
        var hall = Restore(snapshot.Image);
        return hall?.Seq == snapshot.Seq ? hall : null;
    }

    /// <summary>
    /// An image may lack what this program expects of it: whatever is wrong with it, the ledger has it all.
    /// </summary>
    private static Hall? Restore(byte[] image)
    {
        try
        {
            return ImageCodec.Decode(image)?.Restore();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return null;
        }
    }
}

/// <param name="Hall">Null for a new ledger.</param>
/// <param name="Recent">The last events, oldest first.</param>
/// <param name="SnapshotSeq">Where the snapshot stood that was used; 0 when none was.</param>
public sealed record LoadedHall(
    Hall? Hall, IReadOnlyList<(long Seq, Recorded Recorded)> Recent, long SnapshotSeq);

/// <summary>A hall's image at one place of its ledger.</summary>
/// <param name="Hash">The hash of the entry at that place.</param>
public sealed record HallSnapshot(long Seq, byte[] Hash, byte[] Image)
{
    public static HallSnapshot Of(HallImage image, byte[] hash)
    {
        ArgumentNullException.ThrowIfNull(image);
        return new(image.Seq, hash, ImageCodec.Encode(image));
    }
}
