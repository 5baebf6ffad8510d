using System.Globalization;
using Yihao.Silo.Composition;

namespace Yihao.Silo.Telemetry;

/// <summary>Who may read the metrics of the program.</summary>
public enum MetricsReaders
{
    Nobody,

    /// <summary>Who asks on this machine, without a proxy.</summary>
    Loopback,

    /// <summary>Whoever reaches the program: then the reverse proxy must not pass /metrics on to citizens.</summary>
    All,
}

/// <summary>What the page of Orleans at /ops/orleans shows.</summary>
public enum DashboardMode
{
    /// <summary>There is no such page.</summary>
    Off,

    /// <summary>Silos, grains and reminders.</summary>
    On,

    /// <summary>Also every call between grains, which makes each of them dearer.</summary>
    Calls,
}

/// <summary>What the program tells about itself, and to whom.</summary>
/// <param name="Otlp">Where metrics and traces are sent (OTLP as protobuf over HTTP); null: nowhere.</param>
/// <param name="TraceRatio">Part of the requests that are traced, 0 to 1; only with <paramref name="Otlp"/>.</param>
/// <param name="Dashboard">The page of Orleans, for this machine only.</param>
/// <param name="JsonLog">One JSON object per line instead of words.</param>
public sealed record TelemetrySettings(
    MetricsReaders Metrics, Uri? Otlp, double TraceRatio, DashboardMode Dashboard, bool JsonLog)
{
    private const double UsualRatio = 0.01;

    internal static TelemetrySettings Read(SettingReader settings) => new(
        OneOf(settings, "Telemetry:Metrics", [
            ("loopback", MetricsReaders.Loopback), ("off", MetricsReaders.Nobody), ("open", MetricsReaders.All)]),
        OtlpOf(settings),
        RatioOf(settings),
        OneOf(settings, "Telemetry:Dashboard", [
            ("on", DashboardMode.On), ("calls", DashboardMode.Calls), ("off", DashboardMode.Off)]),
        OneOf(settings, "Logging:Format", [("simple", false), ("json", true)]));

    /// <summary>The first is the usual one.</summary>
    private static T OneOf<T>(
        SettingReader settings, string name, (string Word, T Value)[] allowed)
    {
        if (settings[name] is not { } text)
            return allowed[0].Value;
        foreach (var (word, value) in allowed)
        {
            if (word == text)
                return value;
        }

        settings.Refuse(name, $"one of {string.Join(", ", allowed.Select(a => a.Word))}");
        return allowed[0].Value;
    }

    private static Uri? OtlpOf(SettingReader settings)
    {
        if (settings["Telemetry:Otlp"] is not { Length: > 0 } url)
            return null;
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            return uri;
        settings.Refuse("Telemetry:Otlp", "for example http://collector:4318");
        return null;
    }

    private static double RatioOf(SettingReader settings)
    {
        if (settings["Telemetry:TraceRatio"] is not { } text)
            return UsualRatio;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ratio)
            && ratio is >= 0 and <= 1)
            return ratio;
        settings.Refuse("Telemetry:TraceRatio", "0 to 1, for example 0.01");
        return UsualRatio;
    }
}
