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
    int SiloPort,
    int GatewayPort,
    HubOptions Hub,
    TelemetrySettings Telemetry)
{
    public const string DefaultUrls = "http://localhost:5080";

    private const int HighestPort = 65_535;

    /// <exception cref="WrongSettingException">A setting is wrong; the message holds every mistake.</exception>
    public static Settings Read(string[] options) => Read(
        new ConfigurationBuilder().AddEnvironmentVariables("YIHAO_").AddCommandLine(options).Build());

    /// <exception cref="WrongSettingException">A setting is wrong; the message holds every mistake.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        var mistakes = new List<string>();
        var settings = new Settings(
            StorageOf(configuration, mistakes),
            configuration["urls"] ?? DefaultUrls,
            configuration["Network:File"],
            Number(configuration, "Cluster:SiloPort", 0, 0, HighestPort, mistakes),
            Number(configuration, "Cluster:GatewayPort", 0, 0, HighestPort, mistakes),
            HubOf(configuration, mistakes),
            TelemetrySettings.Read(configuration, mistakes));
        mistakes.AddRange(settings.Storage.Mistakes());
        mistakes.AddRange(settings.Hub.Faults());
        CheckDoors(configuration, settings, mistakes);
        return mistakes.Count == 0
            ? settings
            : throw new WrongSettingException(string.Join(Environment.NewLine, mistakes));
    }

    private static StorageOptions StorageOf(IConfiguration configuration, List<string> mistakes)
    {
        var usual = new StorageOptions();
        var provider = configuration["Storage:Provider"];
        var known = Enum.TryParse<StorageProvider>(provider, ignoreCase: true, out var parsed)
            && Enum.IsDefined(parsed);
        if (provider is not null && !known)
            mistakes.Add($"Storage:Provider is {provider}: one of Sqlite, PostgreSql");
        return usual with
        {
            Provider = known ? parsed : usual.Provider,
            Path = configuration["Storage:Path"] ?? usual.Path,
            ConnectionString = configuration["Storage:ConnectionString"] ?? usual.ConnectionString,
        };
    }

    private static HubOptions HubOf(IConfiguration configuration, List<string> mistakes)
    {
        var usual = new HubOptions();
        return usual with
        {
            PublicUrl = UrlOf(configuration, mistakes),
            TicketsPerSecond = Number(
                configuration, "Doors:TicketsPerSecond", usual.TicketsPerSecond, 1, 1_000_000, mistakes),
            VoicePath = configuration["Voice:Path"],
            DemoPace = PaceOf(configuration, mistakes),
            DoorsOpen = configuration["Doors:Mode"] == "open",
        };
    }

    private static Uri? UrlOf(IConfiguration configuration, List<string> mistakes)
    {
        if (configuration["Doors:PublicUrl"] is not { } url)
            return null;
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri))
            return uri;
        mistakes.Add($"Doors:PublicUrl is {url}: for example https://hall.example");
        return null;
    }

    private static int Number(
        IConfiguration configuration, string name, int usual, int from, int to, List<string> mistakes)
    {
        var text = configuration[name];
        if (text is null)
            return usual;
        if (int.TryParse(text, out var number) && number >= from && number <= to)
            return number;
        mistakes.Add($"{name} is {text}: {from} to {to}");
        return usual;
    }

    private static double? PaceOf(IConfiguration configuration, List<string> mistakes)
    {
        const int fastest = 60;
        if (configuration["demo"] is not { } pace)
            return null;
        if (int.TryParse(pace.TrimEnd('x'), out var times) && times is >= 1 and <= fastest)
            return times;
        mistakes.Add($"demo is {pace}: 1x to {fastest}x");
        return null;
    }

    private static void CheckDoors(IConfiguration configuration, Settings settings, List<string> mistakes)
    {
        var mode = configuration["Doors:Mode"] ?? "loopback";
        if (mode is not ("loopback" or "open"))
            mistakes.Add($"Doors:Mode is {mode}: loopback or open");
        foreach (var url in settings.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Uri.TryCreate(url.Replace("*", "0.0.0.0").Replace("+", "0.0.0.0"), UriKind.Absolute, out var uri))
                mistakes.Add($"urls is {url}: for example {DefaultUrls}");
            else if (mode != "open" && !IsLoopback(uri.Host))
                mistakes.Add($"urls is {url}: there is no sign-in yet, "
                    + "so other machines are let in only with --Doors:Mode open");
        }
    }

    private static bool IsLoopback(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
