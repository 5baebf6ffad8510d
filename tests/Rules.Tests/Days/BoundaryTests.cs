using System.Globalization;

namespace Yihao.Rules.Tests.Days;

/// <summary>The business day is the hall's own: its zone and its boundary hour, wherever the server stands.</summary>
public class BoundaryTests
{
    [Fact]
    public void Numbers_start_again_at_midnight_of_the_hall_not_of_utc()
    {
        var script = new HallScript(Plans.OneMatter).Play("""
            07:59 take => A001
            08:00 take => A002
            23:59:59 take => A003
            +1 00:00 take => A001
            """);
        // Eight in the morning in Shanghai is midnight UTC; nothing begins there.
        Assert.Equal([(23, "A001"), (23, "A002"), (23, "A003"), (24, "A001")],
            script.Happened.OfType<NumberTaken>().Select(t => (t.Ticket.Day.Day, t.Ticket.Shown)));
    }

    [Fact]
    public void After_five_in_the_afternoon_in_Vancouver_numbers_go_on() =>
        new HallScript(Plans.OneMatter with { Zone = "America/Vancouver" }).Play("""
            15:59 take => A001
            16:00 take => A002
            17:01 take => A003
            """);

    [Fact]
    public void A_boundary_at_four_keeps_the_night_in_the_old_day() =>
        new HallScript(Plans.OneMatter with { DayBoundary = new TimeOnly(4, 0) }).Play("""
            23:00 take => A001
            +1 03:59:59 take => A002
            see line A001 A002
            +1 04:00 take => A001
            see line A001
            """);

    [Fact]
    public void Who_still_waits_is_held_or_gone_at_the_boundary_has_no_number_any_more()
    {
        var script = new HallScript(Plans.OneMatter).Play("""
            22:00 take => A001
            take => A002
            take => A003
            take => A004
            open 1 li
            call 1
            22:01 recall 1
            22:02 recall 1
            miss 1
            call 1 => A002
            hold 1 A003
            22:03 start 1
            +1 00:00 pass
            see gone A001
            see gone A003
            see gone A004
            see A002 serving
            """);
        Assert.Equal(["A004", "A001", "A003"], script.Happened.OfType<TicketExpired>().Select(e => e.Ticket.Shown));
        script.Play("+1 00:05 finish 1\nsee A002 done\n+2 00:00 pass\nsee gone A002");
    }

    [Fact]
    public void A_quiet_week_is_over_at_once() => new HallScript(Plans.OneMatter).Play("""
        take => A001
        +7 10:00 take => A001
        see line A001
        pass => nothing
        """);

    [Theory]
    [InlineData("Asia/Shanghai", "00:00", "2026-11-23", "2026-11-22T16:00:00Z", "2026-11-23T16:00:00Z")]
    [InlineData("Asia/Shanghai", "04:00", "2026-11-23", "2026-11-22T20:00:00Z", "2026-11-23T20:00:00Z")]
    [InlineData("Europe/Berlin", "04:00", "2026-11-23", "2026-11-23T03:00:00Z", "2026-11-24T03:00:00Z")]
    // The day of the change to summer time has 23 hours, that of the change back has 25.
    [InlineData("Europe/Berlin", "00:00", "2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")]
    [InlineData("Europe/Berlin", "00:00", "2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")]
    // A boundary inside the hour that is skipped: the day begins when the clock goes on, at three.
    [InlineData("Europe/Berlin", "02:30", "2026-03-28", "2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Berlin", "02:30", "2026-03-29", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z")]
    [InlineData("Europe/Berlin", "02:00", "2026-03-29", "2026-03-29T01:00:00Z", "2026-03-30T00:00:00Z")]
    // A boundary inside the hour that comes twice: the day begins the first time, and once.
    [InlineData("Europe/Berlin", "02:30", "2026-10-24", "2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("Europe/Berlin", "02:30", "2026-10-25", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("Europe/Berlin", "03:00", "2026-10-25", "2026-10-25T02:00:00Z", "2026-10-26T02:00:00Z")]
    // Where the clocks change at midnight, and where they change by half an hour.
    [InlineData("Africa/Cairo", "00:00", "2026-04-24", "2026-04-23T22:00:00Z", "2026-04-24T21:00:00Z")]
    [InlineData("Australia/Lord_Howe", "02:00", "2026-10-04", "2026-10-03T15:30:00Z", "2026-10-04T15:00:00Z")]
    public void A_business_day_is_as_long_as_its_zone_makes_it(
        string zone, string boundary, string day, string begins, string ends)
    {
        var clock = new BusinessClock(zone, TimeOnly.Parse(boundary, CultureInfo.InvariantCulture));
        var (date, from, to) = (DateOnly.Parse(day, CultureInfo.InvariantCulture), Instant(begins), Instant(ends));
        Assert.Equal(from, clock.EndOf(date.AddDays(-1)));
        Assert.Equal(to, clock.EndOf(date));
        for (var at = from; at < to; at += TimeSpan.FromMinutes(5))
            Assert.Equal(date, clock.DayOf(at));
        Assert.Equal(date.AddDays(-1), clock.DayOf(from.AddTicks(-1)));
        Assert.Equal(date, clock.DayOf(to.AddTicks(-1)));
        Assert.Equal(date.AddDays(1), clock.DayOf(to));
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("Africa/Cairo")]
    [InlineData("America/Havana")]
    [InlineData("Atlantic/Azores")]
    [InlineData("Pacific/Apia")]
    public void Every_day_of_two_years_begins_where_the_one_before_ends(string zone)
    {
        TimeOnly[] boundaries = [new(0, 0), new(0, 30), new(2, 30), new(23, 30)];
        foreach (var boundary in boundaries)
        {
            var clock = new BusinessClock(zone, boundary);
            for (var day = new DateOnly(2011, 1, 1); day.Year < 2013; day = day.AddDays(1))
            {
                var ends = clock.EndOf(day);
                Assert.True(clock.DayOf(ends) > day, $"{zone} {boundary} {day}");
                // A day that the zone left out, as Samoa did, is nobody's business day.
                if (clock.EndOf(day.AddDays(-1)) < ends)
                    Assert.Equal(day, clock.DayOf(ends.AddTicks(-1)));
            }
        }
    }

    [Fact]
    public void Two_halls_on_one_server_have_their_own_days()
    {
        var now = Instant("2026-11-23T16:30:00Z");
        Assert.Equal(new DateOnly(2026, 11, 24), new BusinessClock("Asia/Shanghai", new TimeOnly(0, 0)).DayOf(now));
        Assert.Equal(new DateOnly(2026, 11, 23), new BusinessClock("Europe/Berlin", new TimeOnly(0, 0)).DayOf(now));
    }

    [Fact]
    public void A_clock_that_goes_back_does_not_take_the_hall_back()
    {
        var script = new HallScript(Plans.OneMatter).Play("09:00 take => A001");
        script.Play("08:30 take => A002\nsee line A001 A002");
        Assert.Equal(script.Ticket("A001").Arrival, script.Ticket("A002").Arrival);
        var hall = script.Hall;
        Assert.Equal(hall.LastAt, Decide.TimeIn(hall, hall.LastAt.AddMinutes(-1)));
        Assert.Equal(hall.LastAt.AddMicroseconds(1), Decide.TimeIn(hall, hall.LastAt.AddTicks(19)));
    }

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
