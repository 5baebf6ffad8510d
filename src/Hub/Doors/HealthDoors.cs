using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Doors;

/// <summary>Is it alive, is it ready, and which build is it.</summary>
internal static class HealthDoors
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz/live", () => Results.Json(new ShownHealth("live", Nothing), HubJson.Options))
            .WithTags("Health").WithName("isAlive").WithSummary("The program runs.").Produces<ShownHealth>();
        app.MapGet("/healthz/ready", async (HttpContext http, HealthCheckService checks) =>
                Shown(await checks.CheckHealthAsync(http.RequestAborted)))
            .WithTags("Health").WithName("isReady").WithSummary("Halls can be served; otherwise what is missing.")
            .Produces<ShownHealth>().Produces<ShownHealth>(StatusCodes.Status503ServiceUnavailable);
    }

    public static void MapBuild(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/build", (BuildId build, HubOptions options) =>
                Results.Json(new ShownBuild(build.Id, options.DoorsOpen ? "open" : "loopback"), HubJson.Options))
            .WithTags("Health").WithName("showBuild").WithSummary("The build of the program and its pages.")
            .Produces<ShownBuild>();

    private static readonly Dictionary<string, string> Nothing = [];

    private static IResult Shown(HealthReport report)
    {
        var missing = report.Entries.Where(e => e.Value.Status != HealthStatus.Healthy)
            .ToDictionary(e => e.Key, e => e.Value.Description ?? e.Value.Status.ToString());
        return report.Status == HealthStatus.Unhealthy
            ? Results.Json(new ShownHealth("notReady", missing), HubJson.Options, statusCode: 503)
            : Results.Json(new ShownHealth("ready", missing), HubJson.Options);
    }
}
