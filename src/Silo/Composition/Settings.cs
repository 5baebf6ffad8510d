using System.Net;
using Yihao.Hub;
using Yihao.Silo.Telemetry;
using Yihao.Storage;

namespace Yihao.Silo.Composition;

/// <summary>All settings of the program, read once and checked before anything starts.</summary>
/// <param name="NetworkFile">A file, <c>sample</c>, or null for the network in force.</param>
public sealed record Settings(
    StorageOptions Storage,
    string Urls,
    string? NetworkFile,
    ClusterSettings Cluster,
    HubOptions Hub,
    TelemetrySettings Telemetry)
{
    public const string DefaultUrls = "http://localhost:5080";

    /// <exception cref="WrongSettingException">A setting is wrong; the message holds every mistake.</exception>
    public static Settings Read(string[] options) => Read(new ConfigurationBuilder().AddYihao(options).Build());

    /// <exception cref="WrongSettingException">A setting is wrong; the message holds every mistake.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        var reader = new SettingReader(configuration);
        var storage = StorageSettings.Read(reader);
        var hub = HubOf(reader);
        var cluster = ClusterSettings.Read(reader, storage.Provider, hub.DoorsOpen);
        var settings = new Settings(
            storage,
            reader["urls"] ?? DefaultUrls,
            reader["Network:File"],
            cluster,
            storage.Provider == StorageProvider.PostgreSql ? hub with { Node = $"{cluster.Node}-{hub.Node}" } : hub,
            TelemetrySettings.Read(reader));
        reader.Refuse(settings.Storage.Mistakes());
        reader.Refuse(settings.Hub.Faults());
        CheckDoors(reader, settings.Urls);
        return reader.Mistakes.Count == 0
            ? settings
            : throw new WrongSettingException(string.Join(Environment.NewLine, reader.Mistakes));
    }

    private static HubOptions HubOf(SettingReader settings)
    {
        var usual = new HubOptions();
        return usual with
        {
            PublicUrl = UrlOf(settings),
            TicketsPerSecond = settings.Number("Doors:TicketsPerSecond", usual.TicketsPerSecond, 1, 1_000_000),
            InFlight = settings.Number("Doors:InFlight", usual.InFlight, 1, 100_000),
            VoicePath = settings["Voice:Path"],
            DemoPace = PaceOf(settings),
            DoorsOpen = settings["Doors:Mode"] == "open",
        };
    }

    private static Uri? UrlOf(SettingReader settings)
    {
        if (settings["Doors:PublicUrl"] is not { } url)
            return null;
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri))
            return uri;
        settings.Refuse("Doors:PublicUrl", "for example https://hall.example");
        return null;
    }

    private static double? PaceOf(SettingReader settings)
    {
        const int fastest = 60;
        if (settings["demo"] is not { } pace)
            return null;
        if (int.TryParse(pace.TrimEnd('x'), out var times) && times is >= 1 and <= fastest)
            return times;
        settings.Refuse("demo", $"1x to {fastest}x");
        return null;
    }

    private static void CheckDoors(SettingReader settings, string urls)
    {
        var mode = settings["Doors:Mode"] ?? "loopback";
        if (mode is not ("loopback" or "open"))
            settings.Refuse("Doors:Mode", "loopback or open");
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Uri.TryCreate(url.Replace("*", "0.0.0.0").Replace("+", "0.0.0.0"), UriKind.Absolute, out var uri))
                settings.Refuse([$"urls is {url}: for example {DefaultUrls}"]);
            else if (mode != "open" && !IsLoopback(uri.Host))
                settings.Refuse([$"urls is {url}: there is no sign-in yet, "
                    + "so other machines are let in only with --Doors:Mode open"]);
        }
    }

    private static bool IsLoopback(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
