namespace Yihao.Rules.Tests.Model;

/// <summary>Holds and transfers.</summary>
internal static class NaiveMoves
{
    public static string? Hold(NaiveHall hall, NaiveWindow window, TicketKey? key)
    {
        if (window.Mode == "closed")
            return "window-not-open";
        var mine = hall.InHand(window);
        var ticket = key is { } named ? hall.Find(named) : mine;
        if (ticket is null)
            return key is null ? "ticket-not-called" : "ticket-unknown";
        if (ticket.IsFinished)
            return "ticket-already-finished";
        var called = ticket == mine && ticket.State == TicketState.Called;
        if (!called && ticket.State != TicketState.Waiting)
            return key is null ? "ticket-not-called" : "ticket-not-waiting";
        if (ticket.Holds == hall.Settings.Holds)
            return "hold-limit";

        NaiveClerks.Back(hall, window);
        ticket.Holds++;
        (ticket.State, ticket.Window, ticket.HeldUntil) = (TicketState.Held, null, hall.Now + hall.Settings.Hold);
        hall.Say(new TicketHeld(ticket.Key, called ? window.Id : null, ticket.HeldUntil));
        if (called)
            NaiveClerks.Empty(hall, window);
        return null;
    }

    public static string? Transfer(NaiveHall hall, NaiveWindow window, TransferTicket transfer)
    {
        if (window.Mode == "closed")
            return "window-not-open";
        if (transfer.Reason.Length == 0)
            return "reason-missing";
        var mine = hall.InHand(window);
        var ticket = transfer.Ticket is { } named ? hall.Find(named) : mine;
        if (ticket is null)
            return transfer.Ticket is null ? "ticket-not-called" : "ticket-unknown";
        if (ticket.IsFinished)
            return "ticket-already-finished";
        if (ticket != mine && ticket.State != TicketState.Waiting)
            return "ticket-not-waiting";
        var matter = transfer.Matter ?? ticket.Matter;
        if (MayNotGo(hall, matter, transfer.ToWindow) is { } refused)
            return refused;

        var inHand = ticket == mine;
        var served = ticket.State == TicketState.Serving;
        NaiveClerks.Back(hall, window);
        (ticket.Matter, ticket.SentTo) = (matter, transfer.ToWindow);
        hall.Wait(ticket);
        hall.Say(new TicketTransferred(
            ticket.Key, inHand ? window.Id : null, matter, transfer.ToWindow, transfer.Reason, served));
        if (inHand)
            NaiveClerks.Empty(hall, window);
        return null;
    }

    private static string? MayNotGo(NaiveHall hall, string matter, string? toWindow)
    {
        if (!hall.Knows(matter))
            return "matter-unknown";
        if (toWindow is null)
            return hall.IsServed(matter) ? null : "matter-not-served-here";
        if (!hall.Windows.TryGetValue(toWindow, out var target))
            return "window-unknown";
        if (target.Mode is "closed" or "gone")
            return "window-not-open";
        return hall.CanServe(target, matter) ? null : "matter-not-served-here";
    }
}
