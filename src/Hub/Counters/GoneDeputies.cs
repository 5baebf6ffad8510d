using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yihao.Contracts;
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
    /// <summary>For more than a minute: a hall whose nodes were all lost answers before that.</summary>
    private const int Tries = 12;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(string Hall, string Clerk), Guid> newest = [];

    /// <summary>
    /// After as long as the hall waits for a clerk at a window he stands by no more, unless he is back or has gone
    /// once more since.
    /// </summary>
    public void Watch(string hall, string clerk, Func<bool> isBack)
    {
        var departure = Guid.NewGuid();
        newest[(hall, clerk)] = departure;
        _ = StandDown(hall, clerk, departure, isBack);
    }

    private async Task StandDown(string hall, string clerk, Guid departure, Func<bool> isBack)
    {
        try
        {
            if (await halls.Find(hall, life.ApplicationStopping) is not { } entry)
                return;
            await Task.Delay(entry.CoverAfter, time, life.ApplicationStopping);
            for (var tries = 1; IsNewest() && !isBack(); tries++)
            {
                var reply = await posts.StandBy(
                    hall, departure.ToString(), clerk, false, life.ApplicationStopping);
                // Refused, and forgotten, for who is not on standby.
                if (reply is not Reply.Denied { Problem.Code: Codes.TryAgain } unknown)
                    return;
                if (tries == Tries)
                {
                    LogStays(hall, clerk, unknown.Problem.Detail);
                    return;
                }
                await Task.Delay(BetweenTries, time, life.ApplicationStopping);
            }
        }
        catch (OperationCanceledException)
        {
            // The server goes: at the next one the page stands by again, or the hall finds out that nobody is there.
        }
        catch (Exception failed)
        {
            LogStays(hall, clerk, failed.Message);
        }
        finally
        {
            newest.TryRemove(new((hall, clerk), departure));
        }

        bool IsNewest() => newest.TryGetValue((hall, clerk), out var last) && last == departure;
    }

    [LoggerMessage(2221, LogLevel.Warning, "Deputy {Clerk} of hall {Hall} is gone and stays on standby: {Reason}")]
    private partial void LogStays(string hall, string clerk, string reason);
}
