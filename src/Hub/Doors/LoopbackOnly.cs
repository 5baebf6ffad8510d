using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Yihao.Contracts;
using Yihao.Hub.Asking;

namespace Yihao.Hub.Doors;

/// <summary>
/// What operators see, as long as there is no sign-in: only for who asks on this machine, by its own name and without a
/// proxy between. A proxy on this machine asks from loopback too, for whoever comes to it.
/// </summary>
public static class LoopbackOnly
{
    private static readonly string[] Forwarding =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    /// <summary>Denies everybody else these paths, and all below them, with <c>not-allowed</c>.</summary>
    public static IApplicationBuilder UseLoopbackOnly(this IApplicationBuilder app, params string[] paths) =>
        app.Use((http, next) => IsMeant(http.Request.Path, paths) && !IsHere(http)
            ? Answering.Write(http.Response, Problems.Of(
                Codes.NotAllowed, "This is only for who asks on the machine itself, without a proxy."))
            : next(http));

    internal static bool IsHere(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IsLoopback(address)
        && !Forwarding.Any(http.Request.Headers.ContainsKey)
        && OwnHost.IsThisMachine(http.Request.Host.Host);

    private static bool IsMeant(PathString path, string[] paths) => paths.Any(p => path.StartsWithSegments(p));

    private static bool IsLoopback(IPAddress address) =>
        IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
