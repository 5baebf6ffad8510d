namespace Yihao.Rules;

/// <summary>The first of some tickets of a hall that other halls may serve by camera now.</summary>
/// <param name="Home">The hall where the citizen is.</param>
/// <param name="Kin">What a clerk must be able to serve.</param>
/// <param name="Effective">Effective arrival, by which it is compared with a window's own tickets.</param>
/// <param name="Arrival">The arrival as the order counts it.</param>
/// <param name="Number">The last tie-break.</param>
/// <param name="Waiting">How many wait with it.</param>
public sealed record StarvingHead(
    string Home,
    string Kin,
    DateTimeOffset Effective,
    DateTimeOffset Arrival,
    long Number,
    OverflowCause Cause,
    int Waiting)
{
    public Place Place => new(Effective.UtcTicks, Arrival.UtcTicks, Number, 1);
}

/// <summary>
/// What a hall tells the halls above it and below it: its own starving tickets and those it has heard of from the other
/// side. A handful of heads, however many wait.
/// </summary>
/// <param name="From">Who says so.</param>
public sealed record HallReport(string From, IReadOnlyList<StarvingHead> Heads)
{
    /// <summary>What starves in the hall itself; nothing when no booth is free.</summary>
    public static IReadOnlyList<StarvingHead> Own(Hall hall)
    {
        ArgumentNullException.ThrowIfNull(hall);
        if (hall.OverflowByMatter.Count == 0
            || !hall.WindowsById.Values.Exists(w => w is { IsBooth: true, Staffing: Staffing.Closed }))
            return [];
        List<StarvingHead> heads = [];
        foreach (var (matter, cause) in hall.OverflowByMatter)
        {
            if (!hall.Lines.Matters.IsSample(matter) || hall.Lines.Matters.PlanOf(matter).Kin is not { } kin)
                continue;
            var lines = hall.Lines.Of(hall.Lines.Matters.GroupOf(matter));
            if (lines.Earliest is { } head)
            {
                heads.Add(new(hall.Plan.Hall, kin, head.Place.EffectiveAt, head.CountedArrival, head.Key.Packed, cause,
                    lines.Count));
            }
        }

        return heads;
    }

    /// <summary>
    /// For the hall above: its own, and of the halls below what it cannot serve itself, at once where nobody here can,
    /// otherwise after twice its limit.
    /// </summary>
    public static HallReport ForAbove(Hall hall, Elsewhere elsewhere, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(elsewhere);
        var after = 2 * hall.Settings.OverflowAfter;
        var passedOn = elsewhere.Heads(false, now)
            .Where(head => now - head.Arrival >= after || !CanServe(hall, head.Kin));
        return new(hall.Plan.Hall, [.. Own(hall), .. passedOn]);
    }

    /// <summary>
    /// For the halls below: its own, what it has heard of from above, and of each other where it shares that.
    /// </summary>
    public static HallReport ForBelow(Hall hall, Elsewhere elsewhere, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(elsewhere);
        var around = hall.Settings.SharesBelow ? elsewhere.Heads(false, now) : [];
        return new(hall.Plan.Hall, [.. Own(hall), .. elsewhere.Heads(true, now), .. around]);
    }

    private static bool CanServe(Hall hall, string kin) => hall.WindowsById.Values.Exists(
        w => w.Staffing is Staffing.Open open && hall.Clerk(open.Clerk)?.CanByCamera(kin) == true);
}
