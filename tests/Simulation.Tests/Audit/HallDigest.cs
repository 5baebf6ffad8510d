namespace Yihao.Simulation.Tests;

/// <summary>
/// A hall's whole state in one number, cheap enough to take at every answer. Only compared within one run; where two
/// differ, <see cref="HallText"/> says how.
/// </summary>
internal static class HallDigest
{
    public static long Of(Hall hall)
    {
        var all = new HashCode();
        all.Add((hall.Day, hall.DayEndsAt, hall.Seq, hall.LastAt, hall.UpSince, hall.OverCap));
        all.Add((hall.Plan.Windows.Count, hall.Plan.Matters.Count, hall.Plan.Zone, hall.Settings));
        foreach (var window in hall.Windows)
            all.Add((window.Id, window.Staffing, window.InHand?.Key, window.HeadStartsInRow, window.TookOldest));
        foreach (var call in hall.Calls.NewestFirst)
            all.Add(call);
        foreach (var prefix in TicketKey.Letters)
            all.Add(hall.LastNumber(prefix));
        long unordered = hall.Lines.Count;
        foreach (var ticket in hall.Tickets)
            unordered += Of(ticket);
        foreach (var (matter, measured) in hall.ServiceTimes.ByMatter)
            unordered += HashCode.Combine(matter, measured);
        long place = 1;
        foreach (var (request, at, outcome) in hall.Accepted.InOrder())
            unordered += place++ * HashCode.Combine(request, at, outcome);
        return ((long)all.ToHashCode() << 32) ^ unordered;
    }

    private static long Of(Ticket ticket)
    {
        var hash = new HashCode();
        hash.Add((ticket.Key, ticket.Class, ticket.Reason, ticket.Matter, ticket.Arrival, ticket.HeadStart));
        hash.Add((ticket.Place, ticket.SentTo, ticket.Phase, ticket.Holds, ticket.Returns, ticket.StepsDone));
        foreach (var step in ticket.Steps)
            hash.Add(step);
        return hash.ToHashCode();
    }
}
