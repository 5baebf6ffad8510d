using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Yihao.Contracts;
using Yihao.Hub.Telemetry;

namespace Yihao.Hub.Asking;

/// <summary>
/// The one place where a call to a grain is repeated, with the same request id: after 20 ms, doubling to 200 ms, with
/// chance in it, for at most 7.5 s in all, which is less than a page waits.
/// </summary>
internal sealed partial class GrainCalls(
    InFlight underWay, StandStill standStill, TimeProvider time, ILogger<GrainCalls> log)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(7.5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Asks, and turns whatever comes into a reply: an exception that does not pass means that the outcome is unknown.
    /// </summary>
    public async Task<Reply> Ask<T>(
        Func<Task<Answer<T>>> ask, Func<Accepted<T>, Reply> show, CancellationToken cancellation)
    {
        if (standStill.Within(StandStill.Grace))
            return Problems.Of(Codes.TryAgain, "This node has just stood still: nothing was done.");
        if (!underWay.TryBegin())
        {
            HubMeter.CountRefused();
            return Problems.Of(Codes.TryAgain, "Too many calls are under way: nothing was done.");
        }

        var begun = time.GetTimestamp();
        try
        {
            return await Repeat(Fresh, cancellation) switch
            {
                Accepted<T> accepted => show(accepted),
                Refused<T> refused => Problems.Of(refused),
                _ => throw new UnreachableException("an answer is accepted or refused"),
            };
        }
        catch (Exception unknown) when (!cancellation.IsCancellationRequested)
        {
            return Unknown(unknown);
        }
        finally
        {
            underWay.End();
        }

        Task<Answer<T>> Fresh() => standStill.Within(time.GetElapsedTime(begun))
            ? throw new InvalidOperationException("This node stood still: the caller may have given up.")
            : ask();
    }

    /// <summary>
    /// Where more than one question makes the reply: whatever is thrown on the way, the outcome is unknown.
    /// </summary>
    public async Task<Reply> Guard(Func<Task<Reply>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask();
        }
        catch (Exception unknown) when (!cancellation.IsCancellationRequested)
        {
            return Unknown(unknown);
        }
    }

    private Problem Unknown(Exception exception)
    {
        HubMeter.CountUnknown();
        LogUnknown(exception);
        return Problems.Of(Codes.TryAgain);
    }

    /// <summary>Throws the last exception when it does not pass in time.</summary>
    public async Task<T> Repeat<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        var attempt = 1;
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var left = Limit - time.GetElapsedTime(begun);
            try
            {
                // The first one ends by its own response timeout, well within the limit: it needs no timer.
                return await (attempt == 1
                    ? ask().WaitAsync(cancellation)
                    : ask().WaitAsync(left > FirstPause ? left : FirstPause, time, cancellation));
            }
            catch (Exception passing) when (
                !cancellation.IsCancellationRequested && MayPass(passing)
                && pause < Limit - time.GetElapsedTime(begun))
            {
                HubMeter.CountRepeated(passing.GetType().Name);
                LogRepeated(passing.GetType().Name);
            }
            await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()), time, cancellation);
            Attempt.Set(++attempt);
        }
    }

    // The ledger's exceptions are not the contracts': they are known by name. A call that is cancelled, by nobody here,
    // waited too long for a hall that is on its way to another node.
    private static bool MayPass(Exception exception) =>
        exception is OrleansMessageRejectionException or SiloUnavailableException or TimeoutException
            or OperationCanceledException
        || exception.GetType().Name is "LedgerFencedException" or "LedgerUnavailableException";

    [LoggerMessage(2001, LogLevel.Warning, "A call to a hall did not come back; the caller is told to try again.")]
    private partial void LogUnknown(Exception exception);

    [LoggerMessage(2002, LogLevel.Debug, "A call to a hall is repeated after {Exception}.")]
    private partial void LogRepeated(string exception);
}
