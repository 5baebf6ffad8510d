using Yihao.Storage;

namespace Yihao.Silo.Composition;

/// <summary>Every setting that there is, as the command line and the environment have it.</summary>
internal static class SettingNames
{
    private static readonly string[] Known =
    [
        "urls", "demo", "roles",
        "Doors:Mode", "Doors:PublicUrl", "Doors:TicketsPerSecond", "Doors:InFlight",
        "Storage:Path", "Storage:Provider", "Storage:ConnectionString",
        .. Enumerable.Range(1, StorageOptions.MostLedgers).Select(place => $"Storage:Ledgers:{place}"),
        "Storage:Writers", "Storage:HallPendingEntries", "Storage:PumpPendingEntries", "Storage:BatchEntries",
        "Storage:DownLimitSeconds", "Storage:LockedHeadLimitSeconds", "Storage:StatementLimitSeconds",
        "Network:File", "Voice:Path",
        "Cluster:Node", "Cluster:Address", "Cluster:SiloPort", "Cluster:GatewayPort", "Cluster:DrainSeconds",
        "Telemetry:Metrics", "Telemetry:Otlp", "Telemetry:TraceRatio", "Telemetry:Dashboard", "Logging:Format",
    ];

    /// <summary>As it is written in the list, whatever its case; null when there is no such setting.</summary>
    public static string? Find(string name) =>
        Known.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
}
