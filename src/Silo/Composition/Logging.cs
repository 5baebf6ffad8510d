namespace Yihao.Silo.Composition;

/// <summary>What the console shows: the product's own words, and warnings of everything below it.</summary>
internal static class Logging
{
    public static void Configure(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss.fff ";
        });
        logging.AddFilter(null, LogLevel.Warning);
        logging.AddFilter("Yihao", LogLevel.Information);
        // Counts from the machine's start in its first round, which looks like an alarm and is none.
        logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
    }
}
