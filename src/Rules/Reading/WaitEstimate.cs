namespace Yihao.Rules;

/// <summary>
/// How long a waiting ticket will still wait, as a range from the median to the 90th percentile, in whole minutes.
/// The work before it is the sum of n + 1 services over c open windows: with the measured mean m and variance v of its
/// matter the median is n·m / c, the 90th percentile adds 1.28 standard deviations, 1.28·√((n + 1)·v) / c (normal
/// approximation).
/// </summary>
public readonly record struct WaitEstimate(int FromMinutes, int ToMinutes)
{
    /// <summary>The 90th percentile of the standard normal distribution.</summary>
    private const double Z90 = 1.2816;

    /// <summary>Null when no window that may serve the ticket is open: then nobody knows.</summary>
    public static WaitEstimate? Of(Hall hall, Ticket ticket, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(hall);
        ArgumentNullException.ThrowIfNull(ticket);
        return standing.WindowsOpen == 0
            ? null
            : Of(hall.ServiceTimes.Of(hall.Lines.Matters.PlanOf(ticket.Matter)), standing.Ahead, standing.WindowsOpen);
    }

    /// <summary>What somebody who came now for no special matter would wait; null when no window is open.</summary>
    public static WaitEstimate? OfNewcomer(Hall hall)
    {
        ArgumentNullException.ThrowIfNull(hall);
        var open = hall.WindowsById.Values.Count(w => w.Staffing is Staffing.Open && w.Groups.Length > 0);
        return open == 0
            ? null
            : Of(hall.ServiceTimes.Of(hall.Lines.Matters.PlanOf(MatterPlan.None)), hall.Lines.Count, open);
    }

    private static WaitEstimate Of(Measured service, int ahead, int windows)
    {
        var median = ahead * service.MeanMinutes / windows;
        var spread = Z90 * Math.Sqrt((ahead + 1) * service.VarianceMinutes) / windows;
        return new((int)Math.Floor(median), (int)Math.Ceiling(median + spread));
    }
}
