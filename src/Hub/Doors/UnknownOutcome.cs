using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Yihao.Contracts;
using Yihao.Hub.Asking;
using Yihao.Hub.Telemetry;

namespace Yihao.Hub.Doors;

/// <summary>
/// Whatever was thrown and not understood: the outcome is unknown, the caller repeats with the same id. Never a 500,
/// never a word of the exception.
/// </summary>
internal sealed partial class UnknownOutcome(ILogger<UnknownOutcome> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellation)
    {
        if (http.RequestAborted.IsCancellationRequested)
            return true;
        if (exception is BadHttpRequestException bad)
        {
            var status = bad.StatusCode is >= 400 and < 500 ? bad.StatusCode : StatusCodes.Status400BadRequest;
            var problem = Problems.Invalid(null, "The request breaks off or is malformed.", status);
            await Answering.Write(http.Response, problem);
            return true;
        }
        HubMeter.CountUnknown();
        // Not the path: it may hold the link of a ticket.
        var route = (http.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText;
        LogUnknown(exception, http.Request.Method, route ?? "a request");
        await Answering.Write(http.Response, Problems.Of(Codes.TryAgain));
        return true;
    }

    [LoggerMessage(2031, LogLevel.Error, "{Method} {Route} failed; the caller is told to try again.")]
    private partial void LogUnknown(Exception exception, string method, string route);
}
