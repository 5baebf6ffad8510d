namespace Yihao.Rules;

/// <summary>A citizen takes a number.</summary>
internal static class TakingNumbers
{
    public static Decision Decide(Hall hall, TakeNumber take, DateTimeOffset now)
    {
        if (!hall.Plan.Open)
            return Decision.No(Refusal.HallClosed);
        if (!hall.Lines.Matters.Knows(take.Matter))
            return Decision.No(Refusal.MatterUnknown);
        if (!hall.Lines.Matters.IsServed(take.Matter))
            return Decision.No(Refusal.MatterNotServedHere);
        if (take.Class == TicketClass.Priority && string.IsNullOrEmpty(take.Reason))
            return Decision.No(Refusal.ReasonMissing);

        var prefix = hall.Lines.Matters.PlanOf(take.Matter).Prefix;
        var key = new TicketKey(hall.Day, prefix, hall.LastNumber(prefix) + 1);
        // A reason is for a head start: what somebody else says of himself is not kept.
        var reason = take.Class == TicketClass.Normal ? null : take.Reason;
        var headStart = hall.Settings.HeadStartOf(take.Class);
        var joins = new Ticket(key, take.Class, reason, take.Matter, now, headStart);
        var estimate = WaitEstimate.Of(hall, joins, Standing.OfNewcomer(hall, joins));
        return Decision.Of(new NumberTaken(key, take.Class, reason, take.Matter, headStart, estimate));
    }
}
