using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Grains.Ports;

namespace Yihao.Cluster.Tests.Checking.Checks;

/// <summary>
/// Each ledger goes on from 1 without a gap, each hash belongs to the entry and the hash before, time never runs
/// backwards, the head fits, and no epoch is seen below an earlier one.
/// </summary>
internal sealed class WholeLedger : ICheck
{
    public string Rule => "ledger";

    public void Look(Run run, Findings findings)
    {
        findings.Expect("entries", "epochs");
        foreach (var ledger in run.Ledgers)
        {
            Walk(ledger, findings);
            foreach (var fault in ledger.Report?.Findings ?? [])
                findings.Find(ledger.Hall, $"the verifier finds {fault.Fault} at {fault.Seq}");
        }

        foreach (var hall in run.History.All<EpochSeen>().GroupBy(e => e.Hall))
            Epochs(hall.Key, hall, findings);
    }

    private static void Walk(HallLedger ledger, Findings findings)
    {
        var (seq, hash, at) = (0L, LedgerChain.Root, DateTimeOffset.MinValue);
        foreach (var entry in ledger.Entries)
        {
            findings.Look("entries");
            if (entry.Seq != seq + 1)
                findings.Find(ledger.Hall, $"after {seq} comes {entry.Seq}");
            else if (!LedgerChain.HashOf(hash, ledger.Hall, entry).AsSpan().SequenceEqual(entry.Hash))
                findings.Find(ledger.Hall, $"the hash at {entry.Seq} does not belong there");
            if (entry.At < at)
                findings.Find(ledger.Hall, $"{entry.Seq} is at {entry.At:O}, before the one in front of it");
            (seq, hash, at) = (entry.Seq, entry.Hash, entry.At);
        }
    }

    private static void Epochs(string hall, IEnumerable<EpochSeen> seen, Findings findings)
    {
        var highest = 0L;
        foreach (var epoch in seen.OrderBy(e => e.At))
        {
            findings.Look("epochs");
            if (epoch.Epoch < highest)
                findings.Find(hall, $"epoch {epoch.Epoch} at {epoch.At}, after {highest}");
            highest = Math.Max(highest, epoch.Epoch);
        }
    }
}
