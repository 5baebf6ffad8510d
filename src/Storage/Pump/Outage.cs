using Microsoft.Extensions.Logging;

namespace Yihao.Storage.Pump;

/// <summary>
/// How long the database has not answered: what tells a writer when to give up. Once it has given up, later writes get
/// one try each until the database is back. One thread at a time.
/// </summary>
internal sealed class Outage(TimeSpan limit, TimeProvider time, ILogger log)
{
    private long? _since;

    /// <summary>After a try that failed: whether another is allowed.</summary>
    public bool MayTryAgain(string reason)
    {
        if (_since is null)
        {
            _since = time.GetTimestamp();
            log.DatabaseDown(reason);
        }

        return time.GetElapsedTime(_since.Value) < limit;
    }

    /// <summary>After a try that did not fail.</summary>
    public void Over()
    {
        if (_since is not { } since)
            return;
        log.DatabaseBack(time.GetElapsedTime(since).TotalSeconds);
        _since = null;
    }
}
