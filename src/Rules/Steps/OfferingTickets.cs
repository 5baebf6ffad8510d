namespace Yihao.Rules;

/// <summary>
/// Push: a ready window is asked at once. What it is offered is what it would have called itself, so that both ways
/// keep the same order; among windows that would call the same ticket the least flexible one is asked, then the one
/// longest idle.
/// </summary>
internal static class OfferingTickets
{
    /// <summary>The next offer that is due; ask again after it, until there is none.</summary>
    public static TicketOffered? Due(Hall hall, DateTimeOffset now)
    {
        if (hall.Settings.Mode == DispatchMode.Pull)
            return null;
        (Window Window, Choice Choice)? best = null;
        foreach (var window in hall.WindowsById.Values)
        {
            if (!IsReady(window, now) || Dispatch.Choose(hall, window, now) is not { Ticket: { } ticket } choice)
                continue;
            if (best is not { } other || Goes(hall, window, ticket, other.Window, other.Choice.Ticket!))
                best = (window, choice);
        }

        return best is { } found
            ? new TicketOffered(
                found.Choice.Ticket!.Key, found.Window.Id, now + hall.Settings.OfferTimeout, found.Choice.Rule)
            : null;
    }

    public static Decision Accept(Window window) => window.Offer is null
        ? Decision.No(Refusal.TicketNotOffered)
        : AttendingWindows.AttendedFirst(window, Taken(window));

    public static Decision Decline(Window window, DeclineOffer decline)
    {
        if (window.Offer is not { } ticket)
            return Decision.No(Refusal.TicketNotOffered);
        return string.IsNullOrEmpty(decline.Reason)
            ? Decision.No(Refusal.ReasonMissing)
            : Decision.Of(new OfferEnded(ticket.Key, window.Id, OfferEnd.Declined, decline.Reason));
    }

    public static Decision SetRest(Window window, SetRest wish)
    {
        if (window.Staffing is not Staffing.Open)
            return Decision.No(Refusal.WindowNotOpen);
        var rest = wish.Rest < TimeSpan.Zero ? TimeSpan.Zero : wish.Rest;
        return Decision.Of(new RestSet(window.Id, rest > Rules.SetRest.Longest ? Rules.SetRest.Longest : rest));
    }

    /// <summary>The offer that stands is taken: a call by the rule that chose it.</summary>
    public static TicketCalled Taken(Window window)
    {
        var offered = (TicketPhase.Offered)window.Offer!.Phase;
        return new(window.Offer.Key, window.Id, window.Staffing.AtIt!, offered.Rule, null);
    }

    /// <summary>The offer that stands is taken back, because the window is not ready any more.</summary>
    public static IEnumerable<HallEvent> Withdrawn(Window window) => window.Offer is { } ticket
        ? [new OfferEnded(ticket.Key, window.Id, OfferEnd.Withdrawn, null)]
        : [];

    /// <summary>Offers that nobody took in time; time in which the system was down does not count.</summary>
    public static IEnumerable<HallEvent> Lapsed(Hall hall, DateTimeOffset now)
    {
        foreach (var window in hall.WindowsById.Values)
        {
            if (window.Offer is not { Phase: TicketPhase.Offered offered } ticket)
                continue;
            var until = offered.Since < hall.UpSince ? hall.UpSince + (offered.Until - offered.Since) : offered.Until;
            if (until <= now)
                yield return new OfferEnded(ticket.Key, window.Id, OfferEnd.Lapsed, null);
        }
    }

    private static bool IsReady(Window window, DateTimeOffset now) =>
        window.IsFree && !window.IsSilent && window.OfferFrom <= now;

    /// <summary>The earliest ticket first; for the same ticket the window that can do least else.</summary>
    private static bool Goes(Hall hall, Window window, Ticket ticket, Window other, Ticket others)
    {
        if (!ReferenceEquals(ticket, others))
            return ticket.Place < others.Place;
        var (mine, theirs) = (Flexibility(hall, window), Flexibility(hall, other));
        return mine != theirs ? mine < theirs : window.FreeSince < other.FreeSince;
    }

    private static int Flexibility(Hall hall, Window window)
    {
        var matters = 0;
        foreach (var group in window.Groups)
            matters += hall.Lines.Matters.SizeOf(group);
        return matters;
    }
}
