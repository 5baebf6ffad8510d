using Yihao.Simulation.Clock;

namespace Yihao.Simulation.World;

/// <param name="At">When the citizen takes a number.</param>
/// <param name="Service">Time at a window of the own hall.</param>
/// <param name="Walk">From the call to the window.</param>
/// <param name="Returns">A no-show comes back so long after having been missed; null: never.</param>
internal sealed record Citizen(
    long At, int Hall, Matter Matter, TicketClass Class, long Service, long Walk, bool NoShow, long? Returns);

/// <param name="Window">Number of the window in its hall, from 1.</param>
internal sealed record TimeAway(int Hall, int Window, long From, long To, AbsenceKind Kind);

internal enum AbsenceKind
{
    /// <summary>By the rota: nobody is meant to be there.</summary>
    Lunch,

    /// <summary>A visit or a meeting: the clerk says so and leaves after the ticket in hand.</summary>
    Away,

    /// <summary>Gone without a word, in the middle of a service if one is on.</summary>
    Lost,
}

/// <summary>
/// All that chance decides of one day, made before anybody acts: each policy plays the very same day.
/// </summary>
internal sealed record CountyDay(IReadOnlyList<Citizen> Citizens, IReadOnlyList<TimeAway> Absences)
{
    /// <summary>Brown et al. 2005, "Statistical analysis of a telephone call center".</summary>
    public const double Variation = 1.2;

    public const double NoShows = 0.08;

    private const double NoShowsReturn = 0.3;

    /// <param name="oneInFiveLost">One clerk in five is lost for an hour, beside the usual absences.</param>
    public static CountyDay Of(ulong seed, int day, bool oneInFiveLost)
    {
        var chance = new Chance(seed, 2 * (ulong)day);
        var citizens = Site.All.SelectMany(site => CitizensOf(site, chance)).OrderBy(c => c.At).ToList();
        // Absences have chance of their own: the citizens are the same with and without the loss.
        var others = new Chance(seed, 2 * (ulong)day + 1);
        var absences = Site.All.SelectMany(site => Enumerable.Range(1, site.Windows)
            .SelectMany(window => Absent.Of(site, window, others, oneInFiveLost)));
        return new CountyDay(citizens, [.. absences.OrderBy(a => a.From)]);
    }

    /// <summary>An inhomogeneous Poisson process by thinning (Lewis and Shedler 1979).</summary>
    private static IEnumerable<Citizen> CitizensOf(Site site, Chance chance)
    {
        var shares = Matters.All.Select(m => m.Shares[(int)site.Level]).ToArray();
        // Lunch is an hour of each clerk's nine.
        var clerkHours = site.Windows * (Hours.Closes - Hours.Opens - 1);
        var expected = site.Load * clerkHours * 60 / Matters.MeanMinutes(site.Level);
        var most = Hours.HighestRush * expected / (Hours.LastNumber - Hours.Opens);
        for (var at = Hours.Opens + chance.Exponential(1 / most);
            at < Hours.LastNumber;
            at += chance.Exponential(1 / most))
        {
            if (chance.Happens(Hours.Rush(at) / Hours.HighestRush))
                yield return CitizenAt(site, at, Matters.All[chance.Weighted(shares)], chance);
        }
    }

    private static Citizen CitizenAt(Site site, double hours, Matter matter, Chance chance)
    {
        var ticketClass = chance.Share() switch
        {
            < 0.1 => TicketClass.Priority,
            < 0.15 => TicketClass.Appointment,
            _ => TicketClass.Normal,
        };
        var service = Span.Minutes(chance.Lognormal(matter.Minutes, Variation));
        var walk = Span.Seconds(chance.Between(5, 25));
        var noShow = chance.Happens(NoShows);
        long? returns = noShow && chance.Happens(NoShowsReturn) ? Span.Minutes(chance.Between(1, 20)) : null;
        return new(Span.Clock(hours), site.Index, matter, ticketClass, service, walk, noShow, returns);
    }
}
