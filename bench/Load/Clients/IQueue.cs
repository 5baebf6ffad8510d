namespace Yihao.Load.Clients;

/// <summary>A queue under load, as kiosks and clerks reach it. Halls and windows are counted from 0.</summary>
internal interface IQueue : IAsyncDisposable
{
    /// <summary>Calls that had to be made again, so far.</summary>
    long Repeats { get; }

    /// <summary>Makes a window ready to call.</summary>
    Task Open(int hall, int window);

    /// <returns>The ticket, once it is on disk.</returns>
    Task<string> Take(int hall);

    /// <returns>The ticket, once it is on disk; null when nobody waits.</returns>
    Task<string?> CallNext(int hall, int window);

    /// <summary>Finishes the ticket that the window called last.</summary>
    Task Finish(int hall, int window, string ticket);

    /// <summary>How many wait in the first halls.</summary>
    Task<long> CountWaiting(int halls);
}
