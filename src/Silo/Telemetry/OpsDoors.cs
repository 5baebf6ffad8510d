using Orleans.Dashboard;
using Yihao.Grains.Telemetry;
using Yihao.Hub.Doors;
using Yihao.Silo.Composition;

namespace Yihao.Silo.Telemetry;

/// <summary>What operators look at: metrics, memory, the halls of this node, the page of Orleans.</summary>
internal static class OpsDoors
{
    private const string Metrics = "/metrics";
    private const string Ops = "/ops";
    private const string Dashboard = "/ops/orleans";

    /// <summary>Of a node that holds halls: the page of Orleans needs its part on every silo.</summary>
    public static void AddYihaoOps(this IHostApplicationBuilder builder, Settings settings) =>
        builder.UseOrleans(silo =>
        {
            // It stands in the way of every call: only where traces go somewhere.
            if (settings.Telemetry.Otlp is not null)
                silo.AddActivityPropagation();
            if (settings.Telemetry.Dashboard != DashboardMode.Off)
                silo.AddDashboard(Calm);
            if (settings.Telemetry.Dashboard == DashboardMode.On)
                LeaveCallsAlone(silo.Services);
        });

    /// <summary>Of a node with doors only.</summary>
    public static void AddYihaoOpsOfDoors(this IHostApplicationBuilder builder, Settings settings) =>
        builder.UseOrleansClient(client =>
        {
            if (settings.Telemetry.Otlp is not null)
                client.AddActivityPropagation();
            if (settings.Telemetry.Dashboard != DashboardMode.Off)
                client.AddDashboard(Calm);
        });

    /// <summary>Call it after the other doors are mapped: theirs is what every answer goes through.</summary>
    public static void MapYihaoOps(this WebApplication app, Settings settings)
    {
        var readers = settings.Telemetry.Metrics;
        app.UseLoopbackOnly(readers == MetricsReaders.All ? [Ops] : [Ops, Metrics]);
        if (readers != MetricsReaders.Nobody)
            app.MapPrometheusScrapingEndpoint(Metrics);
        if (settings.Telemetry.Dashboard != DashboardMode.Off)
            app.MapOrleansDashboard(Dashboard).ExcludeFromDescription();
        app.MapGet(Ops + "/memory", () => Results.Json(MemoryNow.Read())).ExcludeFromDescription();
        app.MapPost(Ops + "/collect", () => Results.Json(MemoryNow.Collect())).ExcludeFromDescription();
        app.MapGet(Ops + "/halls", () => Results.Json(new { settings.Hub.Node, Halls = HallsHere.Ids() }))
            .ExcludeFromDescription();
        app.Lifetime.ApplicationStarted.Register(Telemetry.Announce);
    }

    /// <summary>The page's filter stands around every call to a grain, also while nobody looks at the page.</summary>
    private static void LeaveCallsAlone(IServiceCollection services)
    {
        var filters = services.Where(s => s.ServiceType == typeof(IIncomingGrainCallFilter)
            && s is { IsKeyedService: false, ImplementationType.Name: "GrainProfilerFilter" });
        foreach (var filter in filters.ToList())
            services.Remove(filter);
    }

    /// <summary>The stream of log lines costs more than it tells.</summary>
    private static void Calm(DashboardOptions dashboard) => dashboard.HideTrace = true;
}
