using System.Runtime.CompilerServices;
using Yihao.Grains.Ports;

namespace Yihao.Storage;

/// <summary>
/// Walks ledgers from the first entry to the last and says what does not fit: gaps, time that runs backwards, hashes,
/// the head. It only reads, and may run beside a working silo.
/// </summary>
public sealed class LedgerVerifier
{
    /// <summary>Findings kept per hall; the walk goes on to count the entries.</summary>
    public const int MostFindings = 1_000;

    private const int PageEntries = 5_000;
    private readonly ILedgerStore _store;

    internal LedgerVerifier(ILedgerStore store) => _store = store;

    /// <summary>Every hall that has a head or an entry, in order.</summary>
    public async IAsyncEnumerable<LedgerReport> VerifyAll([EnumeratorCancellation] CancellationToken cancellation)
    {
        var misplaced = (await _store.Misplaced(cancellation)).ToHashSet();
        foreach (var hall in await _store.HallsWithRows(cancellation))
        {
            var report = await Verify(hall, cancellation);
            yield return misplaced.Contains(hall)
                ? report with { Findings = [new(hall, 0, LedgerFault.WrongDatabase), .. report.Findings] }
                : report;
        }
    }

    /// <summary>One hall.</summary>
    public async Task<LedgerReport> Verify(string hall, CancellationToken cancellation)
    {
        var walk = new LedgerWalk(hall, await _store.Head(hall, cancellation));
        IReadOnlyList<LedgerEntry> page;
        do
        {
            page = await _store.Read(hall, walk.LastSeq, PageEntries, cancellation);
            foreach (var entry in page)
                walk.Step(entry);
        }
        while (page.Count > 0);

        // The hall may have gone on since the first look, so what stands behind that head is held against a later one.
        walk.End(await _store.Head(hall, cancellation));
        return walk.Report();
    }
}
