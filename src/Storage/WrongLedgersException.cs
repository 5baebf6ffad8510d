namespace Yihao.Storage;

/// <summary>
/// The settings <c>Storage:Ledgers:1</c> … do not name the databases that the ledger lies in. A program that went on
/// could open halls empty whose tickets lie elsewhere.
/// </summary>
public sealed class WrongLedgersException : Exception
{
    public WrongLedgersException() { }

    public WrongLedgersException(string message) : base(message) { }

    public WrongLedgersException(string message, Exception inner) : base(message, inner) { }

    internal WrongLedgersException(string code, int place, string reason)
        : base($"{Name(place)}: {reason} [{code}]") => Code = code;

    /// <summary>Stable: <c>ledger-missing</c>, <c>ledger-moved</c>, <c>ledger-not-empty</c>, <c>ledger-replaced</c>
    /// or <c>county-elsewhere</c>.</summary>
    public string Code { get; } = "";

    internal static string Name(int place) =>
        place == 0 ? "Storage:ConnectionString" : $"Storage:Ledgers:{place}";
}
