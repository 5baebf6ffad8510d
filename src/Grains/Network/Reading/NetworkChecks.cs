namespace Yihao.Grains.Network.Reading;

/// <summary>Checks what only the whole network can show: parents, posts, and that everything is served by
/// somebody.</summary>
internal static class NetworkChecks
{
    internal static void Check(IReadOnlyList<HallDefinition> halls, NetworkReading reading)
    {
        CheckParents(halls, reading);
        var firstA = new Dictionary<string, string>();
        var served = new HashSet<string>();
        foreach (var hall in halls)
        {
            if (hall.Windows.Count == 0)
                Note(reading.HallLines[hall.Hall], $"hall '{hall.Hall}' has no windows; one or more are needed");
            var matters = WindowMatters.Of(hall, reading.Matters.Values);
            served.UnionWith(matters.All.Select(matter => matter.Matter));
            foreach (var window in hall.Windows)
            {
                CheckWindow(hall, window, matters[window.Window], reading);
                CheckA(hall, window, firstA, reading);
            }
        }
        foreach (var (matter, line) in reading.MatterLines.Where(matter => !served.Contains(matter.Key)))
            Note(line, $"nobody serves the matter '{matter}'; a window of a hall that accepts it is needed");

        void Note(int line, string text) => reading.Mistakes.Add(line, text);
    }

    private static void CheckParents(IReadOnlyList<HallDefinition> halls, NetworkReading reading)
    {
        var parents = halls.ToDictionary(hall => hall.Hall);
        foreach (var hall in halls)
        {
            if (hall.Parent is null || !parents.TryGetValue(hall.Parent, out var parent))
                continue;
            if (parent.Level > hall.Level)
                reading.Mistakes.Add(reading.HallLines[hall.Hall],
                    $"the parent '{parent.Hall}' of hall '{hall.Hall}' is a {Choices.Word(parent.Level)}; "
                    + "the same or a higher level is allowed");
            if (IsItsOwnAncestor(hall, parents))
                reading.Mistakes.Add(reading.HallLines[hall.Hall],
                    $"the parents of hall '{hall.Hall}' lead back to itself; "
                    + "parents that end at a hall without one are allowed");
        }
    }

    private static bool IsItsOwnAncestor(HallDefinition hall, Dictionary<string, HallDefinition> halls)
    {
        var seen = new HashSet<string>();
        var ancestor = hall.Parent;
        while (ancestor is not null && ancestor != hall.Hall && seen.Add(ancestor))
            ancestor = halls.GetValueOrDefault(ancestor)?.Parent;
        return ancestor == hall.Hall;
    }

    private static void CheckWindow(
        HallDefinition hall, WindowDefinition window, IReadOnlyList<MatterDefinition> matters, NetworkReading reading)
    {
        if (window.Kind == WindowKind.BackOffice)
            return;
        var what = $"window '{window.Window}' of hall '{hall.Hall}'";
        if (matters.Count == 0)
            reading.Mistakes.Add(reading.WindowLines[(hall.Hall, window.Window)],
                $"{what} serves no matter; domains or matters are needed that the hall accepts");
        else if (!SomebodyHasTheSkill(window, matters, reading))
            reading.Mistakes.Add(reading.PostLines[(hall.Hall, window.Window)],
                $"no clerk at the posts of {what} has a skill for any of its matters; one is needed");
    }

    private static bool SomebodyHasTheSkill(
        WindowDefinition window, IReadOnlyList<MatterDefinition> matters, NetworkReading reading)
    {
        var posts = window.Posts.B.Append(window.Posts.A).OfType<string>().ToArray();
        var clerks = posts.Where(reading.Clerks.ContainsKey).Select(clerk => reading.Clerks[clerk]).ToArray();
        // Posts, clerks or skills that were noted already may have been meant as the ones that are missing here.
        return posts.Length == 0
            || clerks.Length < posts.Length
            || clerks.Any(clerk => clerk.Skills.Count == 0 || matters.Any(matter => clerk.Skills.Any(Covers(matter))));
    }

    private static Func<Skill, bool> Covers(MatterDefinition matter) => skill => skill.CoversEver(matter);

    private static void CheckA(
        HallDefinition hall, WindowDefinition window, Dictionary<string, string> firstA, NetworkReading reading)
    {
        var line = reading.PostLines[(hall.Hall, window.Window)];
        var what = $"window '{window.Window}' of hall '{hall.Hall}'";
        if (window.Posts.A is not { } id)
        {
            if (window.Kind != WindowKind.BackOffice)
                reading.Mistakes.Add(line, $"{what} has no A post; a clerk of the hall is needed");
            return;
        }
        if (!reading.Clerks.TryGetValue(id, out var clerk))
            return;
        if (!firstA.TryAdd(id, what))
            reading.Mistakes.Add(line, $"clerk '{id}' is A post of {what} and of {firstA[id]}; one window is allowed");
        if (clerk.Hall != hall.Hall && reading.HallIds.Contains(clerk.Hall))
            reading.Mistakes.Add(line, $"clerk '{id}' is A post of {what}, but sits in hall '{clerk.Hall}'; "
                + "a clerk of the same hall is allowed");
    }
}
