namespace Yihao.Rules;

/// <summary>Events about who stands in for whom.</summary>
internal static class ApplyPosts
{
    public static void Apply(Hall hall, HallEvent happened)
    {
        switch (happened)
        {
            case WindowCovered covered:
                Cover(hall, covered);
                break;
            case WindowUncovered uncovered:
                hall.WindowsById[uncovered.Window].CoveredBy = null;
                break;
            case MattersRerouted rerouted:
                hall.WindowsById[rerouted.Window].Rerouted = new(rerouted.Matters, rerouted.To);
                break;
            case StandbyChanged changed:
                hall.StandbyClerks.Remove(changed.Clerk);
                if (changed.Present)
                    hall.StandbyClerks.Add(changed.Clerk);
                return;
            case RestSet rest:
                hall.WindowsById[rest.Window].Rest = rest.Rest;
                return;
            default:
                throw new InvalidOperationException($"unknown event {happened.GetType().Name}");
        }

        ApplyWindows.SetAllGroups(hall);
        var window = hall.WindowsById[happened.AtWindow!];
        if (window.CoveredBy is not null || window.Rerouted.To.Count > 0)
            ApplyWindows.SendBackToCommonLines(hall, window);
    }

    private static void Cover(Hall hall, WindowCovered covered)
    {
        var window = hall.WindowsById[covered.Window];
        window.Rerouted = Rerouting.None;
        if (covered.By != covered.Window)
        {
            window.CoveredBy = covered.By;
            return;
        }

        window.CoveredBy = null;
        window.Staffing = new Staffing.Open(covered.Clerk, Post.B, null);
        window.FromStandby = hall.StandbyClerks.Remove(covered.Clerk);
        ApplyWindows.SitDown(hall, window);
    }
}
