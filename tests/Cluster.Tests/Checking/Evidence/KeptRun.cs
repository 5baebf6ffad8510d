namespace Yihao.Cluster.Tests.Checking.Evidence;

/// <summary>History and ledgers of a run in a folder, so that one that failed can be checked again.</summary>
public static class KeptRun
{
    private const string HistoryFile = "history.jsonl";
    private const string LedgersFile = "ledgers.jsonl";

    public static async Task WriteAsync(
        string folder, History history, IReadOnlyList<HallLedger> ledgers, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(folder);
        await history.WriteAsync(Path.Combine(folder, HistoryFile), cancellation);
        await HallLedger.WriteAsync(ledgers, Path.Combine(folder, LedgersFile), cancellation);
    }

    /// <summary>Without what the product's verifier said then; the chains are walked again.</summary>
    public static async Task<(History History, IReadOnlyList<HallLedger> Ledgers)> ReadAsync(
        string folder, CancellationToken cancellation = default) =>
        (await History.ReadAsync(Path.Combine(folder, HistoryFile), cancellation),
            await HallLedger.ReadAsync(Path.Combine(folder, LedgersFile), cancellation));
}
