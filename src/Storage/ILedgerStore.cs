using Yihao.Grains.Ports;

namespace Yihao.Storage;

/// <summary>Everything the database gives: the ports of the grains, and what the verifier and the probe ask.</summary>
internal interface ILedgerStore : ILedger, INetworkStore, ILedgerHealth, IAsyncDisposable
{
    /// <summary>The head of a hall's ledger; null when it has none.</summary>
    Task<LedgerHead?> Head(string hall, CancellationToken cancellation);

    /// <summary>The ids of all halls that have a head or an event, in order: what must verify.</summary>
    Task<IReadOnlyList<string>> HallsWithRows(CancellationToken cancellation);

    /// <summary>The halls that have a head or an event in a database that is not their county's.</summary>
    Task<IReadOnlyList<string>> Misplaced(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>
    /// Gives every ledger a new random id and fences whoever has it open. Answers with how many there are.
    /// </summary>
    Task<int> RenewLedgers(CancellationToken cancellation);
}

/// <summary>What the head says is the end of the ledger.</summary>
internal sealed record LedgerHead(long LastSeq, byte[] LastHash);
