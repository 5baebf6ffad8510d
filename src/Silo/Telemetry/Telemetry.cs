using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Yihao.Grains.Telemetry;
using Yihao.Hub.Telemetry;
using Yihao.Silo.Composition;
using Yihao.Storage.Telemetry;

namespace Yihao.Silo.Telemetry;

/// <summary>Metrics and traces of all layers, and where they go.</summary>
internal static class Telemetry
{
    private static readonly string[] Meters =
    [
        HallMeter.Name, LedgerMeter.Name, HubMeter.Name, "Microsoft.Orleans", "Npgsql",
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections",
    ];

    private static readonly string[] Sources =
    [
        HallMeter.Name, LedgerMeter.Name, "Microsoft.Orleans.Application", "Microsoft.AspNetCore.SignalR.Server",
    ];

    /// <summary>Asked for so often that their traces would hide all others.</summary>
    private static readonly string[] Untraced = ["/healthz", "/metrics", "/ops", "/hubs", "/assets"];

    public static void AddYihaoTelemetry(this IHostApplicationBuilder builder, Settings settings)
    {
        var telemetry = settings.Telemetry;
        if (telemetry is { Metrics: MetricsReaders.Nobody, Otlp: null })
            return;
        var providers = builder.Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("yihao", serviceInstanceId: settings.Hub.Node))
            .WithMetrics(m => AddMetrics(m, telemetry));
        if (telemetry.Otlp is not null)
            providers.WithTracing(t => AddTraces(t, telemetry));
    }

    /// <summary>Every counter from 0 on; call it when the server is started.</summary>
    public static void Announce()
    {
        HallMeter.Announce();
        LedgerMeter.Announce();
        HubMeter.Announce();
    }

    private static void AddMetrics(MeterProviderBuilder metrics, TelemetrySettings telemetry)
    {
        metrics.AddMeter(Meters).AddRuntimeInstrumentation();
        // Npgsql names its pools by their connection strings, which are nobody's business.
        metrics.AddView(instrument => instrument.Meter.Name == "Npgsql"
            ? new MetricStreamConfiguration { TagKeys = ["db.client.connection.state"] }
            : null);
        if (telemetry.Metrics != MetricsReaders.Nobody)
            metrics.AddPrometheusExporter();
        if (telemetry.Otlp is { } url)
            metrics.AddOtlpExporter(o => Send(o, url, "v1/metrics"));
    }

    private static void AddTraces(TracerProviderBuilder traces, TelemetrySettings telemetry) => traces
        .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(telemetry.TraceRatio)))
        .AddSource(Sources)
        .AddAspNetCoreInstrumentation(o =>
        {
            o.Filter = http => !Untraced.Any(path => http.Request.Path.StartsWithSegments(path));
            // A path may hold the link of a ticket, which opens it; the route says enough.
            o.EnrichWithHttpResponse = (activity, answer) => activity.SetTag("url.path", RouteOf(answer.HttpContext));
        })
        .AddOtlpExporter(o => Send(o, telemetry.Otlp!, "v1/traces"));

    private static string RouteOf(HttpContext http) =>
        (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";

    private static void Send(OtlpExporterOptions exporter, Uri url, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(url.AbsoluteUri.TrimEnd('/') + "/" + path);
    }
}
