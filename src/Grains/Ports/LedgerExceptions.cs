namespace Yihao.Grains.Ports;

/// <summary>
/// Another activation has taken the hall, or this node may not hold one: the caller retries with the same id.
/// </summary>
[GenerateSerializer, Alias("yihao.LedgerFenced")]
public sealed class LedgerFencedException : Exception
{
    public LedgerFencedException() { }

    public LedgerFencedException(string message) : base(message) { }

    public LedgerFencedException(string message, Exception inner) : base(message, inner) { }
}

/// <summary>
/// The database does not answer, or the outcome of a write is unknown: the caller retries with the same id.
/// </summary>
[GenerateSerializer, Alias("yihao.LedgerUnavailable")]
public sealed class LedgerUnavailableException : Exception
{
    public LedgerUnavailableException() { }

    public LedgerUnavailableException(string message) : base(message) { }

    public LedgerUnavailableException(string message, Exception inner) : base(message, inner) { }
}
