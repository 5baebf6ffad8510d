namespace Yihao.Rules;

/// <summary>Events that are about a window and the clerk at it.</summary>
internal static class ApplyWindows
{
    public static void Apply(Hall hall, WindowChanged changed)
    {
        var window = hall.WindowsById[changed.Window];
        window.Staffing = changed.Change switch
        {
            WindowChange.Opened or WindowChange.Resumed or WindowChange.Attended =>
                new Staffing.Open(changed.Clerk, changed.Post, null),
            WindowChange.PauseWished => new Staffing.Open(changed.Clerk, changed.Post, changed.Pause),
            WindowChange.Paused => new Staffing.Paused(changed.Clerk, changed.Post, PauseOf(changed)),
            WindowChange.Closed => Staffing.Closed.Now,
            WindowChange.Unattended => new Staffing.Unattended(changed.Clerk, changed.Post),
            _ => throw new InvalidOperationException($"unknown change {changed.Change}"),
        };
        SetGroups(hall, window);
        if (window.Staffing is Staffing.Closed or Staffing.Unattended)
            SendBackToCommonLines(hall, window);
    }

    public static void SetGroups(Hall hall, Window window)
    {
        var clerk = hall.Plan.Clerks.FirstOrDefault(c => c.Clerk == window.Staffing.AtIt);
        window.Groups = hall.Lines.Matters.ServedBy(window.Plan, clerk);
    }

    /// <summary>A ticket sent to a window never waits for a clerk who is gone.</summary>
    private static void SendBackToCommonLines(Hall hall, Window window)
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

    private static Pause PauseOf(WindowChanged changed) =>
        changed.Pause ?? throw new InvalidOperationException("a pause without its reason");
}
