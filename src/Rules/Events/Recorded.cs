namespace Yihao.Rules;

/// <summary>An event with its time, and on the last event of a command the request that it answers.</summary>
public readonly record struct Recorded(DateTimeOffset At, HallEvent Event, Request? Request);

/// <summary>Who asked for what, in a form that fits into a ledger of millions.</summary>
/// <param name="Key">128 bits of the hash over caller and request id.</param>
/// <param name="Body">64 bits of the hash over the command's body: the same id with another body is refused.</param>
public readonly record struct Request(UInt128 Key, ulong Body);
