using Microsoft.Extensions.Logging;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>
/// Wakes a hall at the hour its business day begins, on whichever silo, even when none was there to look after it.
/// </summary>
internal static class NewDays
{
    private const string Reminder = "new-day";

    /// <summary>
    /// Registers the reminder for the hour that the plan has now. Never throws: the hall works without it.
    /// </summary>
    public static async Task Remind(IGrainBase hall, BusinessClock clock, DateTimeOffset now, ILogger logger)
    {
        try
        {
            var begins = clock.EndOf(clock.DayOf(now)) - now;
            await hall.RegisterOrUpdateReminder(Reminder, begins, TimeSpan.FromDays(1));
        }
        catch (Exception failure)
        {
            HallLog.NotReminded(logger, hall.GrainContext.GrainId.Key.ToString()!, failure);
        }
    }
}
