namespace Yihao.Rules;

/// <summary>Events that are about a window and the clerk at it.</summary>
internal static class ApplyWindows
{
    public static void Apply(Hall hall, WindowChanged changed, DateTimeOffset at)
    {
        var window = hall.WindowsById[changed.Window];
        var before = window.Staffing;
        window.IsSilent = changed.Change == WindowChange.Silent;
        if (changed.Change is WindowChange.Silent or WindowChange.Heard)
            return;
        window.Staffing = After(before, changed, at);
        if (before.AtIt is { } left && left != window.Staffing.AtIt)
            GetUp(hall, window, before);
        window.LeftAt = window.Staffing is Staffing.Closed ? at : null;
        if (window.Staffing is Staffing.Open now && (before as Staffing.Open)?.Clerk != now.Clerk)
            SitDown(hall, window);
        SetAllGroups(hall);
        if (window.Staffing is Staffing.Closed or Staffing.Unattended)
            SendBackToCommonLines(hall, window);
    }

    /// <summary>A clerk begins at a window: idle from now on, and on standby no more.</summary>
    public static void SitDown(Hall hall, Window window)
    {
        (window.FreeSince, window.IdleNoticed, window.IsSilent, window.LeftAt) = (hall.LastAt, false, false, null);
        hall.StandbyClerks.Remove(window.Staffing.AtIt!);
    }

    /// <summary>What each window serves now, with those it stands in for.</summary>
    public static void SetAllGroups(Hall hall)
    {
        foreach (var window in hall.WindowsById.Values)
            window.Groups = window.OwnGroups = Served(hall, window, window);
        foreach (var away in hall.WindowsById.Values)
        {
            if (away.CoveredBy is { } by && hall.Window(by) is { } deputy)
                deputy.Groups = [.. deputy.Groups.Union(Served(hall, away, deputy)).Order()];
            if (away.Rerouted.To.Count == 0)
                continue;
            var matters = away.Rerouted.Matters.Select(hall.Lines.Matters.GroupOf).ToList();
            foreach (var other in away.Rerouted.To.Select(hall.Window).OfType<Window>())
                other.Groups = [.. other.Groups.Union(Served(hall, away, other).Intersect(matters)).Order()];
        }
    }

    /// <summary>What of one window's matters the clerk at another one can serve.</summary>
    public static int[] Served(Hall hall, Window window, Window by) =>
        hall.Lines.Matters.ServedBy(window.Plan, hall.Clerk(by.Staffing.AtIt));

    /// <summary>A ticket sent to a window never waits for a clerk who is gone.</summary>
    public static void SendBackToCommonLines(Hall hall, Window window)
    {
        if (hall.Lines.SentTo(window.Id) is not { Count: > 0 } sent)
            return;
        foreach (var ticket in sent.InOrder().ToList())
        {
            hall.Lines.Leave(ticket);
            ticket.SentTo = null;
            hall.Lines.Join(ticket);
        }
    }

    private static Staffing After(Staffing before, WindowChanged changed, DateTimeOffset at) => changed.Change switch
    {
        WindowChange.Opened or WindowChange.Resumed or WindowChange.Attended or WindowChange.PauseWished =>
            new Staffing.Open(changed.Clerk, changed.Post, changed.Pause, Returning(before, changed.Clerk)),
        WindowChange.ReturnWished => ((Staffing.Open)before) with { Returning = changed.Clerk },
        WindowChange.Paused => new Staffing.Paused(changed.Clerk, changed.Post, PauseOf(changed)),
        WindowChange.Closed => Staffing.Closed.Now,
        WindowChange.Unattended => new Staffing.Unattended(changed.Clerk, changed.Post, at),
        _ => throw new InvalidOperationException($"unknown change {changed.Change}"),
    };

    /// <summary>Whatever the deputy presses meanwhile, the first clerk still waits to sit down.</summary>
    private static string? Returning(Staffing before, string clerk) =>
        before is Staffing.Open open && open.Clerk == clerk ? open.Returning : null;

    /// <summary>A deputy who came from standby goes back there.</summary>
    private static void GetUp(Hall hall, Window window, Staffing before)
    {
        if (window is { FromStandby: true, Staffing: Staffing.Open } && before is Staffing.Open deputy
            && !hall.StandbyClerks.Contains(deputy.Clerk))
            hall.StandbyClerks.Add(deputy.Clerk);
        window.FromStandby = false;
    }

    private static Pause PauseOf(WindowChanged changed) =>
        changed.Pause ?? throw new InvalidOperationException("a pause without its reason");
}
