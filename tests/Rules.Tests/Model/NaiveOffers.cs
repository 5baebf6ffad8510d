namespace Yihao.Rules.Tests.Model;

/// <summary>Tickets that are offered to windows instead of called by them.</summary>
internal static class NaiveOffers
{
    public static string? Accept(NaiveHall hall, NaiveWindow window)
    {
        if (hall.Offered(window) is not { } ticket)
            return "ticket-not-offered";
        NaiveCalls.Call(hall, window, ticket, ticket.Rule, null);
        return null;
    }

    public static string? Decline(NaiveHall hall, NaiveWindow window, string reason)
    {
        if (hall.Offered(window) is not { } ticket)
            return "ticket-not-offered";
        if (reason.Length == 0)
            return "reason-missing";
        End(hall, window, ticket, OfferEnd.Declined, reason);
        window.Declined++;
        return null;
    }

    public static void Lapse(NaiveHall hall, NaiveWindow window, NaiveTicket ticket)
    {
        End(hall, window, ticket, OfferEnd.Lapsed, null);
        window.Lapsed++;
    }

    /// <summary>The window is not ready any more: nobody's fault.</summary>
    public static void Withdraw(NaiveHall hall, NaiveWindow window)
    {
        if (hall.Offered(window) is not { } ticket)
            return;
        var from = window.OfferFrom;
        End(hall, window, ticket, OfferEnd.Withdrawn, null);
        window.OfferFrom = from;
    }

    public static void Withdraw(NaiveHall hall, NaiveTicket ticket)
    {
        if (ticket.State == TicketState.Offered)
            Withdraw(hall, hall.Windows[ticket.Window!]);
    }

    public static string? MissSigns(NaiveHall hall, NaiveWindow window)
    {
        if (hall.Settings.Mode == DispatchMode.Pull || window.Mode != "open" || window.Silent)
            return "nothing";
        Withdraw(hall, window);
        NaiveClerks.Change(hall, window, WindowChange.Silent, null);
        return null;
    }

    public static string? HearSigns(NaiveHall hall, NaiveWindow window)
    {
        if (window.Mode != "open" || !window.Silent)
            return "nothing";
        NaiveClerks.Change(hall, window, WindowChange.Heard, null);
        return null;
    }

    public static string? SetRest(NaiveHall hall, NaiveWindow window, TimeSpan rest)
    {
        if (window.Mode != "open")
            return "window-not-open";
        window.Rest = TimeSpan.FromSeconds(Math.Clamp(rest.TotalSeconds, 0, 600));
        hall.Say(new RestSet(window.Id, window.Rest));
        return null;
    }

    public static bool IsFree(NaiveHall hall, NaiveWindow window) =>
        window is { Mode: "open", PauseWish: null, Returning: null }
        && hall.InHand(window) is null && hall.Offered(window) is null;

    /// <summary>The first in the order goes out first, to the least flexible window that would call it.</summary>
    public static string? Offer(NaiveHall hall)
    {
        if (hall.Settings.Mode == DispatchMode.Pull)
            return "nothing";
        var ready = hall.InOrder.Where(w => IsFree(hall, w) && !w.Silent && w.OfferFrom <= hall.Now)
            .Select(w => (Window: w, Choice: hall.Choose(w))).Where(c => c.Choice.Ticket is not null).ToList();
        if (ready.Count == 0)
            return "nothing";
        var place = hall.Waiting;
        var (window, (ticket, rule)) = ready.OrderBy(c => place.IndexOf(c.Choice.Ticket!))
            .ThenBy(c => hall.Plan.Matters.Count(m => hall.CanServe(c.Window, m.Matter)))
            .ThenBy(c => c.Window.FreeSince)
            .First();
        (ticket!.State, ticket.Window, ticket.Rule) = (TicketState.Offered, window.Id, rule);
        (ticket.OfferedAt, ticket.OfferedUntil) = (hall.Now, hall.Now + hall.Settings.OfferTimeout);
        hall.Say(new TicketOffered(ticket.Key, window.Id, ticket.OfferedUntil, rule));
        return null;
    }

    private static void End(NaiveHall hall, NaiveWindow window, NaiveTicket ticket, OfferEnd cause, string? reason)
    {
        window.OfferFrom = hall.Now + hall.Settings.OfferTimeout;
        hall.Wait(ticket);
        hall.Say(new OfferEnded(ticket.Key, window.Id, cause, reason));
    }
}
