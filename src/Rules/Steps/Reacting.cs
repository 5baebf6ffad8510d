namespace Yihao.Rules;

/// <summary>What follows at once from what has happened: who covers whom, and who is offered what.</summary>
internal static class Reacting
{
    public static Decision Decide(Hall hall, DateTimeOffset now)
    {
        foreach (var window in hall.WindowsById.Values)
        {
            var events = CoveringWindows.Due(hall, window, now);
            if (events.Count > 0)
                return new Decision.Accept(events);
        }

        return OfferingTickets.Due(hall, now) is { } offer ? Decision.Of(offer) : Decision.Nothing.Due;
    }
}
