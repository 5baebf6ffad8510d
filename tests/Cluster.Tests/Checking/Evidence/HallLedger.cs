using System.Text.Json;
using Yihao.Grains.Codec;
using Yihao.Grains.Ports;
using Yihao.Rules;
using Yihao.Storage;

namespace Yihao.Cluster.Tests.Checking.Evidence;

/// <summary>One hall's ledger as it lies in the database after a run.</summary>
/// <param name="Report">What the product's own verifier says, head included; null when it was not asked.</param>
public sealed record HallLedger(string Hall, IReadOnlyList<LedgerEntry> Entries, LedgerReport? Report = null)
{
    private const int PageEntries = 5_000;

    /// <summary>The entries as the rules know them, decoded by the product's own codec.</summary>
    internal IReadOnlyList<Recorded> Events { get; } = [.. Entries.Select(EventCodec.Decode)];

    /// <summary>Place of the last entry.</summary>
    internal long LastSeq => Entries.Count == 0 ? 0 : Entries[^1].Seq;

    /// <summary>The entry at a place; null when there is none.</summary>
    internal LedgerEntry? At(long seq) => seq >= 1 && seq <= Entries.Count && Entries[(int)seq - 1].Seq == seq
        ? Entries[(int)seq - 1]
        : Entries.FirstOrDefault(e => e.Seq == seq);

    /// <summary>Every ledger of a database, verified and read. Takes no hall: it may run beside a cluster.</summary>
    public static async Task<IReadOnlyList<HallLedger>> ReadAll(
        ILedger store, LedgerVerifier verifier, CancellationToken cancellation = default)
    {
        List<HallLedger> all = [];
        foreach (var hall in await store.Halls(cancellation))
        {
            var report = await verifier.Verify(hall, cancellation);
            List<LedgerEntry> entries = [];
            while (await store.Read(hall, entries.Count == 0 ? 0 : entries[^1].Seq, PageEntries, cancellation)
                is { Count: > 0 } page)
                entries.AddRange(page);
            all.Add(new(hall, entries, report));
        }

        return all;
    }

    /// <summary>Keeps the ledgers of a failed run beside its history, as JSON lines.</summary>
    public static Task WriteAsync(
        IEnumerable<HallLedger> ledgers, string path, CancellationToken cancellation = default) =>
        File.WriteAllLinesAsync(
            path,
            ledgers.SelectMany(l => l.Entries.Select(e => JsonSerializer.Serialize(new Line(l.Hall, e)))),
            cancellation);

    public static async Task<IReadOnlyList<HallLedger>> ReadAsync(
        string path, CancellationToken cancellation = default) =>
        [
            .. (await File.ReadAllLinesAsync(path, cancellation))
                .Select(line => JsonSerializer.Deserialize<Line>(line)!)
                .GroupBy(line => line.Hall)
                .Select(hall => new HallLedger(hall.Key, [.. hall.Select(line => line.Entry)])),
        ];

    private sealed record Line(string Hall, LedgerEntry Entry);
}
