using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace Yihao.Hub.Doors;

/// <summary>The stations' pages. Each is one html for all halls: an unknown hall is the page's to say.</summary>
internal static class PageDoors
{
    private const string NotBuilt =
        "The pages are not built. Install Node 20.19 or newer and run `dotnet build src/Silo` again, without "
        + "-p:SkipWeb=true.\n"
        + "页面尚未构建：请安装 Node 20.19 以上版本，再运行 dotnet build src/Silo。\n"
        + "The API works without them: /docs\n";

    private static readonly (string Path, string Page)[] Stations =
    [
        ("/", "index.html"),
        ("/kiosk/{hall}", "kiosk.html"),
        ("/display/{hall}", "display.html"),
        ("/display/{hall}/windows/{window}", "display.html"),
        ("/counter/{hall}/{window}", "counter.html"),
        ("/halls", "halls.html"),
        ("/supervise", "supervise.html"),
        ("/supervise/{hall}", "supervise.html"),
        ("/t/{link}", "ticket.html"),
    ];

    public static void UsePageFiles(this IApplicationBuilder app)
    {
        var folder = app.ApplicationServices.GetRequiredService<HubOptions>().PagesPath;
        if (!Directory.Exists(folder))
            return;
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            OnPrepareResponse = NameFreshness,
        });
    }

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        foreach (var (path, page) in Stations)
        {
            app.MapMethods(path, ["GET", "HEAD"], (HttpContext http, HubOptions options) => Send(http, options, page))
                .ExcludeFromDescription();
        }
    }

    private static async Task Send(HttpContext http, HubOptions options, string page)
    {
        var file = new FileInfo(Path.Combine(options.PagesPath, page));
        http.Response.Headers.CacheControl = "no-cache";
        if (file.Exists)
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.SendFileAsync(file.FullName, http.RequestAborted);
            return;
        }
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        await http.Response.WriteAsync(NotBuilt, http.RequestAborted);
    }

    // What lies in /assets has its content in its name.
    private static void NameFreshness(StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments("/assets")
            ? "public, max-age=31536000, immutable"
            : "no-cache";
}
