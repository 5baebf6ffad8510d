using Yihao.Silo.Telemetry;

namespace Yihao.Silo.Composition;

/// <summary>What the console shows: the product's own words, and warnings of everything below it.</summary>
internal static class Logging
{
    public static void Configure(ILoggingBuilder logging, TelemetrySettings telemetry)
    {
        logging.ClearProviders();
        if (telemetry.JsonLog)
            AddJson(logging);
        else
            AddWords(logging);
        logging.AddFilter(null, LogLevel.Warning);
        logging.AddFilter("Yihao", LogLevel.Information);
        // It says only what the doors say themselves; where it may speak, every request gets an activity for its scope.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // Counts from the machine's start in its first round, which looks like an alarm and is none.
        logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
    }

    private static void AddWords(ILoggingBuilder logging) => logging.AddSimpleConsole(console =>
    {
        console.SingleLine = true;
        console.TimestampFormat = "HH:mm:ss.fff ";
    });

    /// <summary>One object per line: Timestamp in UTC, EventId, LogLevel, Category, Message, State.</summary>
    private static void AddJson(ILoggingBuilder logging) => logging.AddJsonConsole(console =>
    {
        console.UseUtcTimestamp = true;
        console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
    });
}
