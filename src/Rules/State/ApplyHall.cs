namespace Yihao.Rules;

/// <summary>Events that are about the hall as a whole.</summary>
internal static class ApplyHall
{
    public static void Apply(Hall hall, HallEvent happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case HallPlanned planned:
                Plan(hall, planned.Plan);
                break;
            case DayOpened opened:
                OpenDay(hall, opened.Day);
                break;
            case HallResumed:
                hall.UpSince = at;
                // Whoever is still silent says so again; nobody else would ever be heard.
                foreach (var window in hall.WindowsById.Values)
                    window.IsSilent = false;
                break;
            case RequestAnswered:
                break;
            case NoticeGiven { Notice: NoticeKind.WindowIdle } idle:
                hall.WindowsById[idle.Window!].IdleNoticed = true;
                break;
            case NoticeGiven given:
                hall.OverCap = given.Notice == NoticeKind.WaitOverCap;
                break;
            default:
                throw new InvalidOperationException($"unknown event {happened.GetType().Name}");
        }
    }

    private static void OpenDay(Hall hall, DateOnly day)
    {
        (hall.Day, hall.DayEndsAt) = (day, hall.Clock.EndOf(day));
        hall.LastNumbers.Clear();
        hall.Calls.Clear();
        hall.EstimateErrors = EstimateErrors.None;
        foreach (var window in hall.WindowsById.Values)
        {
            (window.HeadStartsInRow, window.TookOldest, window.LeftAt) = (0, false, null);
            (window.Declined, window.Lapsed) = (0, 0);
        }

        foreach (var old in hall.TicketsByKey.Values.Where(t => t.Phase.IsFinished).ToList())
            hall.TicketsByKey.Remove(old.Key);
    }

    private static void Plan(Hall hall, HallPlan plan)
    {
        hall.Plan = plan;
        hall.SetClerks(plan);
        hall.Clock = new BusinessClock(plan.Zone, plan.DayBoundary);
        hall.DayEndsAt = hall.Day == DateOnly.MinValue ? DateTimeOffset.MinValue : hall.Clock.EndOf(hall.Day);
        foreach (var window in plan.Windows)
        {
            if (hall.WindowsById.GetValueOrDefault(window.Window) is { } known)
                known.Plan = window;
            else
                hall.WindowsById.Add(new Window(window));
        }

        for (var booth = 1; booth <= plan.Booths; booth++)
        {
            if (hall.Window(WindowPlan.Booth(booth).Window) is null)
                hall.WindowsById.Add(new Window(WindowPlan.Booth(booth), true));
        }

        foreach (var gone in hall.WindowsById.Values.Where(w => !IsPlanned(plan, w)).ToList())
        {
            // A window with somebody at it goes when it is closed and the plan is made again.
            if (!gone.IsStaffed && gone.InHand is null)
                hall.WindowsById.Remove(gone);
        }

        foreach (var window in hall.WindowsById.Values.Where(w => w.CoveredBy is { } by && hall.Window(by) is null))
            window.CoveredBy = null;
        FormLinesAnew(hall);
    }

    private static bool IsPlanned(HallPlan plan, Window window) => window.IsBooth
        ? Enumerable.Range(1, plan.Booths).Any(booth => WindowPlan.Booth(booth).Window == window.Id)
        : plan.Windows.Contains(window.Plan);

    private static void FormLinesAnew(Hall hall)
    {
        var waiting = hall.Lines.InOrder().ToList();
        hall.Lines = new WaitingLines(new MatterGroups(hall.Plan));
        ApplyWindows.SetAllGroups(hall);
        foreach (var ticket in waiting)
        {
            ticket.SentTo = hall.Reachable(ticket);
            hall.Lines.Join(ticket);
        }
    }
}
