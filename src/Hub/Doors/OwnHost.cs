using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yihao.Contracts;
using Yihao.Hub.Asking;

namespace Yihao.Hub.Doors;

/// <summary>
/// While only this machine may reach the doors, they answer only to its own names. A name of somebody else's that
/// resolves to this machine makes a browser take that site's page for one of ours (DNS rebinding), and the origin of
/// the page would then match the host.
/// </summary>
internal static class OwnHost
{
    public static IApplicationBuilder UseOwnHostOnly(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<HubOptions>();
        if (options.DoorsOpen)
            return app;
        // A reverse proxy on this machine passes on the name that citizens use.
        var publicName = options.PublicUrl?.Host;
        // Nearly always the same name asks.
        string? last = null;
        return app.Use((http, next) => IsOurs(http.Request.Host)
            ? next(http)
            : Answering.Write(http.Response, Problems.Of(
                Codes.NotAllowed,
                "The server answers only to localhost, 127.0.0.1, [::1] and the host of Doors:PublicUrl.")));

        bool IsOurs(HostString host)
        {
            if (last is not null && host.Value == last)
                return true;
            if (!IsThisMachine(host.Host) && host.Host != publicName)
                return false;
            last = host.Value;
            return true;
        }
    }

    internal static bool IsThisMachine(string name) =>
        name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address);
}
