using Yihao.Simulation.Clock;

namespace Yihao.Simulation.World;

/// <summary>When the clerk of a window is not there.</summary>
internal static class Absent
{
    /// <summary>A clerk is lost without a word on so many days, for so many minutes in the mean.</summary>
    private const double LostShare = 0.06;

    private const double LostMinutes = 20;

    /// <summary>One clerk in five, for an hour.</summary>
    private const double GreatLossShare = 0.2;

    public static IEnumerable<TimeAway> Of(Site site, int window, Chance chance, bool oneInFiveLost)
    {
        var taken = new List<TimeAway>();
        var (lunch, back) = Hours.Lunch(site, window);
        Add(lunch, back - lunch, AbsenceKind.Lunch);
        var (great, greatAt) = (chance.Happens(GreatLossShare), OutsideLunch(chance, lunch));
        if (oneInFiveLost && great)
            Add(greatAt, 1, AbsenceKind.Lost);
        var (away, hours) = Visits(site.Level);
        if (chance.Happens(away))
            Add(chance.Between(9, 16), hours, AbsenceKind.Away);
        var (lost, lostAt) = (chance.Happens(LostShare), chance.Between(9, 16.5));
        if (lost)
            Add(lostAt, Math.Min(chance.Lognormal(LostMinutes, 1) / 60, 2), AbsenceKind.Lost);
        return taken;

        // One that would overlap another, or leave less than two minutes between them, does not happen.
        void Add(double from, double length, AbsenceKind kind)
        {
            var absence = new TimeAway(site.Index, window, Span.Clock(from), Span.Clock(from + length), kind);
            if (!taken.Any(t => absence.From < t.To + 2 * Span.Minute && t.From < absence.To + 2 * Span.Minute))
                taken.Add(absence);
        }
    }

    /// <summary>An hour between nine and five that does not touch the lunch.</summary>
    private static double OutsideLunch(Chance chance, double lunch)
    {
        const double margin = 0.05;
        var morning = lunch - margin - 1 - 9;
        var at = chance.Between(0, morning + 16 - (lunch + 1 + margin));
        return at < morning ? 9 + at : lunch + 1 + margin + at - morning;
    }

    /// <summary>How often a clerk is on a visit or in a meeting, and for how many hours.</summary>
    private static (double Share, double Hours) Visits(Level level) => level switch
    {
        Level.Village => (0.10, 1.5),
        _ => (0.06, 1),
    };
}
