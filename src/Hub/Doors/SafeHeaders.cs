using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Yihao.Hub.Doors;

/// <summary>
/// Headers that keep a page to itself: its own scripts, its own server, and its address told to nobody.
/// </summary>
internal static class SafeHeaders
{
    /// <summary>What is no page loads nothing.</summary>
    private const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSafeHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        // At the last moment, because an answer to an exception begins by clearing all headers.
        http.Response.OnStarting(
            static http =>
            {
                Set((HttpContext)http);
                return Task.CompletedTask;
            },
            http);
        return next(http);
    });

    private static void Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers[HeaderNames.XFrameOptions] = "SAMEORIGIN";
        // A ticket's address is its secret.
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = IsData(http.Response) ? DataPolicy : Policy(http.Request);
        if (headers.CacheControl.Count == 0 && http.Request.Path.StartsWithSegments("/api"))
            headers.CacheControl = "no-store";
    }

    private static bool IsData(HttpResponse response) =>
        response.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true;

    private static string Policy(HttpRequest request)
    {
        // Older browsers of screens do not count a web socket to the same host as 'self'.
        var host = request.Host.HasValue ? request.Host.ToUriComponent() : "localhost";
        // The readable page of the documents carries a script and styles inside.
        var scripts = request.Path.StartsWithSegments("/docs") ? "'self' 'unsafe-inline'" : "'self'";
        return $"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + $"font-src 'self' data:; media-src 'self' blob:; worker-src 'self' blob:; connect-src 'self' ws://{host} "
            + $"wss://{host}; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";
    }
}
