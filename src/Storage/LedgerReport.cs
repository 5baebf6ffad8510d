namespace Yihao.Storage;

/// <summary>What can be wrong with a ledger.</summary>
public enum LedgerFault
{
    /// <summary>The entry at this seq is not there.</summary>
    Gap,

    /// <summary>The entry is before the one in front of it in time.</summary>
    TimeBackwards,

    /// <summary>The hash does not belong to the entry and the hash before: one of the two was changed.</summary>
    WrongHash,

    /// <summary>The head does not say the seq and hash of the last entry.</summary>
    WrongHead,

    /// <summary>There are entries, but no head.</summary>
    NoHead,

    /// <summary>A part of it lies in a database that is not its county's; seq is 0.</summary>
    WrongDatabase,
}

/// <summary>One thing that is wrong, and where.</summary>
public sealed record LedgerFinding(string Hall, long Seq, LedgerFault Fault);

/// <summary>One hall's ledger after it was walked.</summary>
/// <param name="Hall">The hall.</param>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Findings">What is wrong, in order of seq, at most <see cref="LedgerVerifier.MostFindings"/>.</param>
public sealed record LedgerReport(string Hall, long Entries, IReadOnlyList<LedgerFinding> Findings);
