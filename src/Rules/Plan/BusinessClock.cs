namespace Yihao.Rules;

/// <summary>
/// The day of a hall: it begins at the boundary hour of the hall's own zone, wherever the server stands, and is as long
/// as the zone makes it when the clocks change.
/// </summary>
public sealed class BusinessClock(string zone, TimeOnly boundary)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(zone);

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);

    public DateOnly DayOf(DateTimeOffset at)
    {
        var local = Local(at);
        var day = DateOnly.FromDateTime(local.DateTime);
        return TimeOnly.FromDateTime(local.DateTime) < boundary ? day.AddDays(-1) : day;
    }

    /// <summary>The instant at which the day after <paramref name="day"/> begins.</summary>
    public DateTimeOffset EndOf(DateOnly day)
    {
        var local = day.AddDays(1).ToDateTime(boundary);
        // A boundary that the change to summer time skips: the day begins when the clock goes on.
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
