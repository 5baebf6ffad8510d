namespace Yihao.Grains.Ports;

/// <summary>One line of a hall's ledger, as it is stored and as it is hashed.</summary>
/// <param name="Seq">Place in the hall's ledger: 1, 2, 3 … without a gap.</param>
/// <param name="At">When it happened, UTC; never before the entry in front of it. Stored to the microsecond.</param>
/// <param name="Kind">The kind of the event in camelCase, for example <c>called</c>.</param>
/// <param name="Ticket">The public ticket id it is about, if any.</param>
/// <param name="Window">The window it is about, if any.</param>
/// <param name="Clerk">The clerk who did it, if any.</param>
/// <param name="Payload">The event as versioned UTF-8 JSON; never a personal field.</param>
/// <param name="Hash">32 bytes: <see cref="LedgerChain"/> over the hash before and everything above.</param>
public sealed record LedgerEntry(
    long Seq,
    DateTimeOffset At,
    string Kind,
    string? Ticket,
    string? Window,
    string? Clerk,
    byte[] Payload,
    byte[] Hash);
