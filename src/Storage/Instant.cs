namespace Yihao.Storage;

/// <summary>Instants as they are stored and hashed: whole microseconds since 1970-01-01 UTC.</summary>
internal static class Instant
{
    public static long ToMicroseconds(DateTimeOffset at) =>
        (at.UtcTicks / TimeSpan.TicksPerMicrosecond) - UnixEpochMicroseconds;

    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new((microseconds + UnixEpochMicroseconds) * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>The same instant without what is finer than a microsecond.</summary>
    public static DateTime Whole(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    private const long UnixEpochMicroseconds = 621_355_968_000_000_000 / TimeSpan.TicksPerMicrosecond;
}
