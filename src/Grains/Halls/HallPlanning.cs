using Yihao.Grains.Network;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>Makes the rules' plan of a hall from the network: codes only, no names.</summary>
internal static class HallPlanning
{
    /// <summary>Typical minutes of a citizen who has not said what for, until the hall has measured its own.</summary>
    private const double MinutesWithoutMatter = 10;

    public static HallPlan Of(NetworkDefinition network, HallDefinition hall, DateOnly today)
    {
        var served = network.MattersOf(hall);
        List<MatterPlan> matters = [new(MatterPlan.None, hall.PrefixOf(null), MinutesWithoutMatter)];
        matters.AddRange(served.All.Select(m => Matter(network, hall, m)));
        return new HallPlan(
            hall.Hall,
            hall.Zone,
            hall.DayBoundary,
            true,
            matters,
            [.. hall.Windows.Select(w => Window(w, served[w.Window]))],
            [.. ClerksOf(hall).Select(id => Clerk(network, network.FindClerk(id)!, served.All, today))],
            SettingsPlanning.Of(hall.Settings),
            hall.Booths,
            hall.Hours is { } hours ? [.. hours.Select(h => new OpenSpan(h.Days, h.From, h.To))] : null);
    }

    private static MatterPlan Matter(NetworkDefinition network, HallDefinition hall, MatterDefinition matter) =>
        new(matter.Matter, hall.PrefixOf(matter), matter.Minutes, network.Kins[matter]);

    private static WindowPlan Window(WindowDefinition window, IReadOnlyList<MatterDefinition> served)
    {
        List<string> serves = [.. served.Select(m => m.Matter)];
        if (TakesTheUndecided(window.Kind))
            serves.Add(MatterPlan.None);
        return new(
            window.Window,
            window.Floor,
            serves,
            window.Posts.A,
            window.Posts.B,
            window.RemoteDesk,
            window.Rota.Count == 0 ? null : [.. window.Rota.Select(span => new RotaSpan(span.From, span.To))]);
    }

    /// <summary>Who does not know yet what for goes to somebody who can sort it out.</summary>
    private static bool TakesTheUndecided(WindowKind kind) =>
        kind is WindowKind.General or WindowKind.Consultation or WindowKind.Assist;

    private static IEnumerable<string> ClerksOf(HallDefinition hall) =>
        hall.Windows.SelectMany(w => w.Posts.B.Prepend(w.Posts.A)).OfType<string>().Distinct();

    private static ClerkPlan Clerk(
        NetworkDefinition network, ClerkDefinition clerk, IReadOnlyList<MatterDefinition> served, DateOnly today)
    {
        if (clerk.Skills.Any(s => s is Skill.Everything && !(s.Until < today)))
            return new(clerk.Clerk, null);
        var able = served.Where(m => clerk.CanServe(m, today)).Select(m => m.Matter);
        return new(clerk.Clerk, [MatterPlan.None, .. able], network.Kins.Of(clerk, today));
    }
}
