using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yihao.Contracts;
using Yihao.Hub.Asking;

namespace Yihao.Hub.Doors;

/// <summary>
/// A browser says which site's page asks. Pages of other sites may neither command a hall nor connect to a hub;
/// programs send no origin and are not meant.
/// </summary>
internal static class SameOrigin
{
    public static IApplicationBuilder UseSameOrigin(this IApplicationBuilder app)
    {
        var home = app.ApplicationServices.GetRequiredService<HubOptions>().PublicUrl;
        return app.Use((http, next) => IsForeign(http.Request, home)
            ? Answering.Write(http.Response, Problems.Of(Codes.NotAllowed, "A page of another site asks."))
            : next(http));
    }

    private static bool IsForeign(HttpRequest request, Uri? home)
    {
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (reads && !request.Path.StartsWithSegments("/hubs") || request.Headers.Origin is not [{ } origin])
            return false;
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var asking))
            return true;
        var same = asking.Authority.Equals(request.Host.ToUriComponent(), StringComparison.OrdinalIgnoreCase)
            || home?.Authority.Equals(asking.Authority, StringComparison.OrdinalIgnoreCase) == true;
        // The pages' own development server stands before this one on the same machine.
        var bothLocal = asking.IsLoopback && request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";
        return !same && !bothLocal;
    }
}
