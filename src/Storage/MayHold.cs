namespace Yihao.Storage;

/// <summary>
/// Whether this process may take halls now: false when it is marked dead in the membership, so that a process that
/// wakes up late does not steal halls from their healthy owners. Register one to have it asked; without one every
/// process may.
/// </summary>
public delegate Task<bool> MayHold(CancellationToken cancellation);
