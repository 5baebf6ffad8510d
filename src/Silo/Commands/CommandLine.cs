using Yihao.Storage;

namespace Yihao.Silo.Commands;

/// <summary>
/// Options as the configuration wants them. An option that is not known stops the start: a setting that is silently
/// ignored is found out at the worst time.
/// </summary>
public static class CommandLine
{
    private const string DefaultPace = "1x";

    private static readonly string[] Known =
    [
        "urls", "environment", "contentRoot", "demo", "roles",
        "Doors:Mode", "Doors:PublicUrl", "Doors:TicketsPerSecond", "Doors:InFlight",
        "Storage:Path", "Storage:Provider", "Storage:ConnectionString",
        .. Enumerable.Range(1, StorageOptions.MostLedgers).Select(place => $"Storage:Ledgers:{place}"),
        "Storage:Writers", "Storage:HallPendingEntries", "Storage:PumpPendingEntries", "Storage:BatchEntries",
        "Storage:DownLimitSeconds", "Storage:LockedHeadLimitSeconds", "Storage:StatementLimitSeconds",
        "Network:File", "Voice:Path",
        "Cluster:Node", "Cluster:Address", "Cluster:SiloPort", "Cluster:GatewayPort", "Cluster:DrainSeconds",
        "Telemetry:Metrics", "Telemetry:Otlp", "Telemetry:TraceRatio", "Telemetry:Dashboard", "Logging:Format",
    ];

    /// <exception cref="WrongSettingException">An option is not known or has no value.</exception>
    public static string[] Read(IReadOnlyList<string> args)
    {
        var options = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = Split(args[i]);
            if (value is null && i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
                value = args[++i];
            if (name == "demo")
                value ??= DefaultPace;
            options.Add($"--{name}={value ?? throw new WrongSettingException($"--{name} needs a value. See --help.")}");
        }

        return [.. options];
    }

    private static (string Name, string? Value) Split(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
            throw new WrongSettingException($"'{argument}' is not an option: options begin with --. See --help.");
        var parts = argument[2..].Split('=', 2);
        var name = Known.FirstOrDefault(k => k.Equals(parts[0], StringComparison.OrdinalIgnoreCase))
            ?? throw new WrongSettingException($"--{parts[0]} is not an option. See --help.");
        return (name, parts.Length == 2 ? parts[1] : null);
    }
}
