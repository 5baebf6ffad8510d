using Yihao.Grains.Ports;

namespace Yihao.Storage;

/// <summary>The state of one walk along a hall's ledger.</summary>
internal sealed class LedgerWalk(string hall, LedgerHead? head)
{
    private readonly List<LedgerFinding> _findings = [];
    private byte[] _lastHash = LedgerChain.Root;
    private DateTimeOffset _lastAt = DateTimeOffset.MinValue;
    private long _entries;

    public long LastSeq { get; private set; }

    public void Step(LedgerEntry entry)
    {
        var gap = entry.Seq != LastSeq + 1;
        if (gap)
            Find(LastSeq + 1, LedgerFault.Gap);
        // Behind a gap the hash before is not known; the walk goes on from the stored one, so each fault is found once.
        else if (!LedgerChain.HashOf(_lastHash, hall, entry).AsSpan().SequenceEqual(entry.Hash))
            Find(entry.Seq, LedgerFault.WrongHash);
        if (entry.At < _lastAt)
            Find(entry.Seq, LedgerFault.TimeBackwards);
        if (entry.Seq == head?.LastSeq && !entry.Hash.AsSpan().SequenceEqual(head.LastHash))
            Find(entry.Seq, LedgerFault.WrongHead);

        LastSeq = entry.Seq;
        _lastHash = entry.Hash;
        _lastAt = entry.At;
        _entries++;
    }

    /// <param name="later">The head as it is after the last entry was read.</param>
    public void End(LedgerHead? later)
    {
        if (later is null)
        {
            if (_entries > 0)
                Find(LastSeq, LedgerFault.NoHead);
            return;
        }

        if (LastSeq < head?.LastSeq)
            Find(LastSeq + 1, LedgerFault.Gap);
        if (LastSeq > later.LastSeq)
            Find(LastSeq, LedgerFault.WrongHead);
        if (head?.LastSeq == 0 && !head.LastHash.AsSpan().SequenceEqual(LedgerChain.Root))
            Find(0, LedgerFault.WrongHead);
    }

    public LedgerReport Report() => new(hall, _entries, _findings);

    private void Find(long seq, LedgerFault fault)
    {
        if (_findings.Count < LedgerVerifier.MostFindings)
            _findings.Add(new LedgerFinding(hall, seq, fault));
    }
}
