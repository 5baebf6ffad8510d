namespace Yihao.Storage;

/// <summary>
/// After a restore: the ledgers went back in time, so what screens, pages and other halls remember of them must not be
/// taken for what comes now. A new id for each ledger says so.
/// </summary>
public sealed class RestoredLedgers
{
    private readonly ILedgerStore _store;

    internal RestoredLedgers(ILedgerStore store) => _store = store;

    /// <summary>
    /// Gives every ledger a new random id; a node that has one open is fenced and opens it anew. Answers with how many
    /// ledgers there are. Safe to repeat.
    /// </summary>
    public Task<int> Renew(CancellationToken cancellation) => _store.RenewLedgers(cancellation);
}
