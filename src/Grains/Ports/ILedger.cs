namespace Yihao.Grains.Ports;

/// <summary>The halls' append-only ledgers. Implemented on SQLite and on PostgreSQL by Yihao.Storage.</summary>
public interface ILedger
{
    /// <summary>
    /// Takes the hall: raises its epoch, so that nothing can be written any more through an older session, and makes
    /// its ledger if there is none. Everything that was durable before is visible to <see cref="Read"/> afterwards.
    /// </summary>
    /// <exception cref="LedgerFencedException">This node may not take halls: it is marked dead in the
    /// membership.</exception>
    /// <exception cref="LedgerUnavailableException">The database does not answer.</exception>
    Task<ILedgerSession> Open(string hall, CancellationToken cancellation);

    /// <summary>
    /// Entries after <paramref name="after"/> in order, at most <paramref name="take"/> (1 to 10,000).
    /// </summary>
    /// <exception cref="LedgerUnavailableException">The database does not answer.</exception>
    Task<IReadOnlyList<LedgerEntry>> Read(string hall, long after, int take, CancellationToken cancellation);

    /// <summary>The ids of all halls that have a ledger, in order.</summary>
    Task<IReadOnlyList<string>> Halls(CancellationToken cancellation);
}

/// <summary>One activation's right to append to one hall's ledger. Used from one thread at a time.</summary>
public interface ILedgerSession
{
    string Hall { get; }

    /// <summary>Random id made with the ledger, new only after a restore: 32 lower-case hexadecimal digits.</summary>
    string Ledger { get; }

    /// <summary>Random secret made with the ledger, 32 bytes: what the links on paper are signed with.</summary>
    byte[] LinkKey { get; }

    /// <summary>The last durable seq when the session was opened; 0 for a new ledger.</summary>
    long OpenedAtSeq { get; }

    /// <summary>
    /// The hash of the entry at <see cref="OpenedAtSeq"/>, <see cref="LedgerChain.Root"/> for a new ledger.
    /// </summary>
    byte[] OpenedAtHash { get; }

    /// <summary>
    /// False when so much is waiting to be written that a new command should be answered "try again", or when the
    /// session has failed. Ask before deciding: what is decided must be appended.
    /// </summary>
    bool HasRoom { get; }

    /// <summary>
    /// Appends the entries of one command: all or none, after everything appended before through this session. Does not
    /// wait for the earlier ones: what arrives while a write is under way goes out together as the next one. The
    /// entries' seq go on from the last appended one without a gap. The task ends when they are durable.
    /// After a failure the session is dead: every append that is under way and every later one fails.
    /// </summary>
    /// <exception cref="LedgerFencedException">Another session has taken the hall; nothing of this was
    /// written.</exception>
    /// <exception cref="LedgerUnavailableException">The outcome is unknown, or the database refused the
    /// entries.</exception>
    Task Append(IReadOnlyList<LedgerEntry> entries);

    /// <summary>
    /// Ends when this session had the hall at some moment after the call, so that what was known then is not older than
    /// the question. What answers without an append awaits this: a process that stood still may have been replaced.
    /// </summary>
    /// <exception cref="LedgerFencedException">Another session has taken the hall.</exception>
    /// <exception cref="LedgerUnavailableException">The database does not answer.</exception>
    Task Confirm();
}
