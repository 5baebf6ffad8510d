using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Yihao.Contracts;
using Yihao.Hub.Asking;

namespace Yihao.Hub.Doors;

/// <summary>
/// A server that stops takes no new screens: they come back within a moment of being sent away, and would hold the stop
/// up until its limit.
/// </summary>
internal static class ClosingTime
{
    public static IApplicationBuilder UseClosingTime(this IApplicationBuilder app)
    {
        var stopping = app.ApplicationServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var draining = app.ApplicationServices.GetRequiredService<Draining>();
        return app.Use((http, next) =>
            (draining.Begun || stopping.IsCancellationRequested) && http.Request.Path.StartsWithSegments("/hubs")
            ? Answering.Write(http.Response, Problems.Of(Codes.TryAgain, "The server stops."))
            : next(http));
    }
}
