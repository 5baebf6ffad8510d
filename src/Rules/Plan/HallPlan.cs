namespace Yihao.Rules;

/// <summary>
/// What the rules need to know of a hall: matters, windows, clerks, settings. Names for people stay outside, so that no
/// personal field reaches the ledger.
/// </summary>
/// <param name="Hall">The hall's id: its administrative division code.</param>
/// <param name="Zone">IANA time zone of the hall, for example <c>Asia/Shanghai</c>.</param>
/// <param name="DayBoundary">The hour at which the hall's business day begins, in its own zone.</param>
/// <param name="Open">False: the hall gives out no numbers.</param>
public sealed record HallPlan(
    string Hall,
    string Zone,
    TimeOnly DayBoundary,
    bool Open,
    IReadOnlyList<MatterPlan> Matters,
    IReadOnlyList<WindowPlan> Windows,
    IReadOnlyList<ClerkPlan> Clerks,
    HallSettings Settings)
{
    /// <summary>True when a citizen may have to change floors, which doubles the time before a no-show.</summary>
    public bool HasFloors => Windows.Select(w => w.Floor).Distinct().Skip(1).Any();
}

/// <param name="Matter">Code of the matter; <see cref="None"/> for a number taken without one.</param>
/// <param name="Prefix">Letter of the numbers given for it.</param>
/// <param name="Minutes">Typical minutes at a window: the first guess until the hall has measured its own.</param>
public sealed record MatterPlan(string Matter, char Prefix, double Minutes)
{
    /// <summary>The matter of a citizen who does not know yet.</summary>
    public const string None = "";
}

/// <param name="Window">Number of the window in its hall.</param>
/// <param name="Serves">Codes of the matters this window may serve, by its kind.</param>
/// <param name="PostA">The clerk of the A post.</param>
/// <param name="PostsB">The deputies, in order.</param>
public sealed record WindowPlan(
    string Window,
    int Floor,
    IReadOnlyList<string> Serves,
    string? PostA,
    IReadOnlyList<string> PostsB);

/// <param name="Skills">Codes of the matters the clerk has the skill for; null for everything.</param>
public sealed record ClerkPlan(string Clerk, IReadOnlyList<string>? Skills)
{
    public bool Can(string matter) => Skills is null || Skills.Contains(matter);
}
