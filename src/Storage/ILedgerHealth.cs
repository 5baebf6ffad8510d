namespace Yihao.Storage;

/// <summary>Says whether the ledger's databases answer now.</summary>
public interface ILedgerHealth
{
    /// <summary>
    /// The main database. True when a query was answered within <paramref name="limit"/>; never throws for a database
    /// that is down.
    /// </summary>
    Task<bool> Answers(TimeSpan limit, CancellationToken cancellation);

    /// <summary>
    /// The places, from 1, of further databases that do not answer: only the counties in them wait. Never throws for
    /// that.
    /// </summary>
    Task<IReadOnlyList<int>> Silent(TimeSpan limit, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<int>>([]);
}
