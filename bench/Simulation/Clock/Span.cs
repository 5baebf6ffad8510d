namespace Yihao.Simulation.Clock;

/// <summary>Spans of the virtual clock, in microseconds.</summary>
internal static class Span
{
    public const long Second = 1_000_000;

    public const long Minute = 60 * Second;

    public const long Hour = 60 * Minute;

    /// <summary>Monday, 23 November 2026, four in the morning in Beijing.</summary>
    public static readonly DateTimeOffset DayBegins = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    public static long Of(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;

    public static long Minutes(double minutes) => (long)(minutes * Minute);

    public static long Seconds(double seconds) => (long)(seconds * Second);

    /// <summary>By the clock on the wall of the hall.</summary>
    public static long Clock(double hours) => (long)((hours - 4) * Hour);

    public static DateTimeOffset Instant(long micros) => DayBegins.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    public static TimeOnly OfDay(double hours) => new((long)(hours * TimeSpan.TicksPerHour));
}
