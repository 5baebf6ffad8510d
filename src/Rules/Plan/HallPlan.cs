namespace Yihao.Rules;

/// <summary>
/// What the rules need to know of a hall: matters, windows, clerks, settings. Names for people stay outside, so that no
/// personal field reaches the ledger.
/// </summary>
/// <param name="Hall">The hall's id: its administrative division code.</param>
/// <param name="Zone">IANA time zone of the hall, for example <c>Asia/Shanghai</c>.</param>
/// <param name="DayBoundary">The hour at which the hall's business day begins, in its own zone.</param>
/// <param name="Open">False: the hall gives out no numbers.</param>
/// <param name="Booths">Places where a clerk of another hall serves by camera, named R1, R2, …</param>
/// <param name="Sessions">Opening hours; null: always open. Outside them an absent clerk is no loss.</param>
public sealed record HallPlan(
    string Hall,
    string Zone,
    TimeOnly DayBoundary,
    bool Open,
    IReadOnlyList<MatterPlan> Matters,
    IReadOnlyList<WindowPlan> Windows,
    IReadOnlyList<ClerkPlan> Clerks,
    HallSettings Settings,
    int Booths = 0,
    IReadOnlyList<OpenSpan>? Sessions = null)
{
    /// <summary>True when a citizen may have to change floors, which doubles the time before a no-show.</summary>
    public bool HasFloors => Windows.Select(w => w.Floor).Distinct().Skip(1).Any();
}

/// <param name="Matter">Code of the matter; <see cref="None"/> for a number taken without one.</param>
/// <param name="Prefix">Letter of the numbers given for it.</param>
/// <param name="Minutes">Typical minutes at a window: the first guess until the hall has measured its own.</param>
/// <param name="Kin">
/// Matters of one kin may be served by camera by the same clerks, whatever hall they sit in; null: not by camera.
/// </param>
public sealed record MatterPlan(string Matter, char Prefix, double Minutes, string? Kin = null)
{
    /// <summary>The matter of a citizen who does not know yet.</summary>
    public const string None = "";
}

/// <param name="Window">Number of the window in its hall.</param>
/// <param name="Serves">Codes of the matters this window may serve, by its kind.</param>
/// <param name="PostA">The clerk of the A post.</param>
/// <param name="PostsB">The deputies, in order.</param>
/// <param name="RemoteDesk">It serves citizens of other halls by camera, by the same order as its own.</param>
/// <param name="Rota">Spans of every day, in the hall's zone, in which nobody is meant to be there.</param>
public sealed record WindowPlan(
    string Window,
    int Floor,
    IReadOnlyList<string> Serves,
    string? PostA,
    IReadOnlyList<string> PostsB,
    bool RemoteDesk = false,
    IReadOnlyList<RotaSpan>? Rota = null)
{
    /// <summary>The place where a citizen is served by a clerk of another hall.</summary>
    public static WindowPlan Booth(int number) => new($"R{number}", 1, [], null, []);
}

/// <param name="Skills">Codes of the matters the clerk has the skill for; null for everything.</param>
/// <param name="Kins">Kins of matters the clerk may serve by camera for other halls; of no meaning where the skills are
/// null.</param>
public sealed record ClerkPlan(string Clerk, IReadOnlyList<string>? Skills, IReadOnlyList<string>? Kins = null)
{
    public bool Can(string matter) => Skills is null || Skills.Contains(matter);

    public bool CanByCamera(string kin) => Skills is null || Kins?.Contains(kin) == true;
}

/// <summary>A span of a day in the hall's zone.</summary>
/// <param name="To">Exclusive, later than <paramref name="From"/>.</param>
public sealed record RotaSpan(TimeOnly From, TimeOnly To)
{
    public bool Holds(TimeOnly time) => From <= time && time < To;
}

/// <summary>Opening hours on some days of the week, in the hall's zone.</summary>
public sealed record OpenSpan(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To)
{
    public bool Holds(DateTime local) =>
        Days.Contains(local.DayOfWeek) && From <= TimeOnly.FromDateTime(local) && TimeOnly.FromDateTime(local) < To;
}
