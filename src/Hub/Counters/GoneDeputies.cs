using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yihao.Hub.Asking;

namespace Yihao.Hub.Counters;

/// <summary>
/// A deputy whose page is gone and does not come back stands by no more, so that nobody is seated who is not there. A
/// page that comes back at another hub node is not seen here: it stands by again when it connects after that.
/// </summary>
internal sealed partial class GoneDeputies(
    PostCalls posts,
    KnownHalls halls,
    TimeProvider time,
    IHostApplicationLifetime life,
    ILogger<GoneDeputies> log)
{
    /// <param name="isBack">Asked once, after as long as the hall waits for a clerk at a window.</param>
    public void Watch(string hall, string clerk, Func<bool> isBack) => _ = StandDown(hall, clerk, isBack);

    private async Task StandDown(string hall, string clerk, Func<bool> isBack)
    {
        try
        {
            if (await halls.Find(hall, life.ApplicationStopping) is not { } entry)
                return;
            await Task.Delay(entry.CoverAfter, time, life.ApplicationStopping);
            // Refused, and forgotten, for who is not on standby.
            if (!isBack())
                await posts.StandBy(hall, Guid.NewGuid().ToString(), clerk, false, life.ApplicationStopping);
        }
        catch (OperationCanceledException)
        {
            // The server goes: at the next one the page stands by again, or the hall finds out that nobody is there.
        }
        catch (Exception failed)
        {
            LogStays(hall, clerk, failed.Message);
        }
    }

    [LoggerMessage(2221, LogLevel.Warning, "Deputy {Clerk} of hall {Hall} is gone and stays on standby: {Reason}")]
    private partial void LogStays(string hall, string clerk, string reason);
}
