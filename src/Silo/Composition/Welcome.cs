namespace Yihao.Silo.Composition;

/// <summary>What somebody who has just started the server wants to know.</summary>
internal static partial class Welcome
{
    public static void Say(WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Yihao");
        foreach (var url in app.Urls)
            Ready(logger, url);
    }

    [LoggerMessage(2500, LogLevel.Information,
        "Yihao is ready: open {Url} and choose a station; the API is described at /docs")]
    private static partial void Ready(ILogger logger, string url);
}
