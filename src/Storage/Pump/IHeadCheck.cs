namespace Yihao.Storage.Pump;

/// <summary>Whether a session still has its hall.</summary>
internal interface IHeadCheck
{
    /// <summary>True when the head was the session's at some moment after the call.</summary>
    /// <exception cref="Grains.Ports.LedgerUnavailableException">The database does not answer.</exception>
    Task<bool> IsMine(LedgerSession session);
}

/// <summary>For a database that one process works with: what it has opened last is its own.</summary>
internal sealed class OnlyProcess : IHeadCheck
{
    private static readonly Task<bool> _mine = Task.FromResult(true);

    public Task<bool> IsMine(LedgerSession session) => _mine;
}
