using Microsoft.Extensions.DependencyInjection;
using Yihao.Bench.Shared;
using Yihao.Storage;

namespace Yihao.Bench.Ledgers;

/// <summary>Looks at the ledger of a node's first hall when everything is done.</summary>
internal static class WholeLedger
{
    /// <summary>Throws unless the chain is whole up to what was answered last, or beyond.</summary>
    /// <param name="answered">The highest seq of an answer.</param>
    public static async Task Check(MeasuredNode node, long answered)
    {
        var verifier = node.Services.GetRequiredService<LedgerVerifier>();
        var report = await verifier.Verify(MeasuredNetwork.Hall(0), CancellationToken.None);
        if (report.Findings.Count > 0 || report.Entries < answered)
            throw new InvalidOperationException($"{report.Entries} entries of {answered}: {report}");
    }
}
