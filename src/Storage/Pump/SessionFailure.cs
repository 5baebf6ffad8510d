using Yihao.Grains.Ports;

namespace Yihao.Storage.Pump;

/// <summary>
/// Why a session is dead. Only text, never the database's own exception: what the waiters get travels between silos.
/// </summary>
internal sealed record SessionFailure(string Hall, bool Fenced, string Reason)
{
    /// <summary>A new exception for each waiter, because throwing writes into it.</summary>
    public Exception ToException() => Fenced
        ? new LedgerFencedException($"Hall {Hall} is held by another session: {Reason}")
        : new LedgerUnavailableException($"The ledger of hall {Hall} cannot be written: {Reason}");
}
