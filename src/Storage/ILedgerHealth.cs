namespace Yihao.Storage;

/// <summary>Says whether the ledger's database answers now.</summary>
public interface ILedgerHealth
{
    /// <summary>
    /// True when a query was answered within <paramref name="limit"/>; never throws for a database that is down.
    /// </summary>
    Task<bool> Answers(TimeSpan limit, CancellationToken cancellation);
}
