namespace Yihao.Rules;

/// <summary>Whose clerk is away, and whether that is a loss. What the timetable or the rota says is none.</summary>
public static class Absence
{
    /// <summary>Why the clerk of a window is away; null when nobody need stand in.</summary>
    public static AbsenceCause? Of(Hall hall, Window window, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(hall);
        ArgumentNullException.ThrowIfNull(window);
        return CauseOf(window) is { } cause && !IsPlanned(hall, window, now) ? cause : null;
    }

    /// <summary>Why the clerk of a window is away, planned or not; null when one is there or none was today.</summary>
    public static AbsenceCause? CauseOf(Window window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return window.Staffing switch
        {
            Staffing.Paused => AbsenceCause.Pause,
            Staffing.Unattended => AbsenceCause.Lost,
            Staffing.Closed when window.LeftAt is not null => AbsenceCause.SignOff,
            _ => null,
        };
    }

    /// <summary>The rota has nobody at the window now, or the hall is not open.</summary>
    public static bool IsPlanned(Hall hall, Window window, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(hall);
        ArgumentNullException.ThrowIfNull(window);
        if (window.Plan.Rota is null && hall.Plan.Sessions is null)
            return false;
        var local = hall.Clock.Local(now).DateTime;
        return IsShut(hall.Plan, local)
            || window.Plan.Rota?.Any(span => span.Holds(TimeOnly.FromDateTime(local))) == true;
    }

    private static bool IsShut(HallPlan plan, DateTime local) => plan.Sessions?.Any(span => span.Holds(local)) == false;
}
