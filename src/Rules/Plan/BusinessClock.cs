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
        // By the instants at which days begin, not by the clock's hand: in autumn that passes the boundary twice.
        var date = DateOnly.FromDateTime(Local(at).DateTime);
        if (at < EndOf(date.AddDays(-1)))
            return date.AddDays(-1);
        return at < EndOf(date) ? date : date.AddDays(1);
    }

    /// <summary>The instant at which the day after <paramref name="day"/> begins.</summary>
    public DateTimeOffset EndOf(DateOnly day)
    {
        var local = day.AddDays(1).ToDateTime(boundary);
        // A boundary that the change to summer time skips: the day begins when the clock goes on.
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        // One that the change to winter time brings twice: the day begins the first time.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }
}
