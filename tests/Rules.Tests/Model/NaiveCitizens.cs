namespace Yihao.Rules.Tests.Model;

/// <summary>What citizens do.</summary>
internal static class NaiveCitizens
{
    public static string? Take(NaiveHall hall, TakeNumber take)
    {
        if (!hall.Plan.Open)
            return "hall-closed";
        if (!hall.Knows(take.Matter))
            return "matter-unknown";
        if (!hall.IsServed(take.Matter))
            return "matter-not-served-here";
        if (take.Class == TicketClass.Priority && string.IsNullOrEmpty(take.Reason))
            return "reason-missing";

        var prefix = hall.Plan.Matters.Single(m => m.Matter == take.Matter).Prefix;
        hall.Numbers[prefix] = hall.Numbers.GetValueOrDefault(prefix) + 1;
        var headStart = take.Class switch
        {
            TicketClass.Priority => hall.Settings.PriorityHeadStart,
            TicketClass.Appointment => hall.Settings.AppointmentHeadStart,
            _ => TimeSpan.Zero,
        };
        var key = new TicketKey(hall.Day, prefix, hall.Numbers[prefix]);
        hall.Tickets.Add(new NaiveTicket
        {
            Key = key,
            Class = take.Class,
            Arrival = hall.Now,
            HeadStart = headStart,
            Matter = take.Matter,
            Effective = hall.Now - headStart,
        });
        var reason = take.Class == TicketClass.Normal ? null : take.Reason;
        hall.Say(new NumberTaken(key, take.Class, reason, take.Matter, headStart));
        return null;
    }

    public static string? Cancel(NaiveHall hall, TicketKey key)
    {
        if (hall.Find(key) is not { } ticket)
            return "ticket-unknown";
        if (ticket.IsFinished)
            return "ticket-already-finished";
        if (ticket.State is not (TicketState.Waiting or TicketState.Held or TicketState.Offered))
            return "ticket-not-waiting";
        NaiveOffers.Withdraw(hall, ticket);
        ticket.State = TicketState.Cancelled;
        hall.Say(new TicketCancelled(key));
        return null;
    }

    public static string? Return(NaiveHall hall, TicketKey key)
    {
        if (hall.Find(key) is not { } ticket)
            return "ticket-unknown";
        if (ticket.IsFinished)
            return "ticket-already-finished";
        if (ticket.State == TicketState.Held)
        {
            EndHold(hall, ticket, ReturnCause.Ready);
            return null;
        }

        if (ticket.State != TicketState.NoShow)
            return "ticket-not-gone";
        if (ticket.Returns == hall.Settings.Returns)
            return "return-limit";
        ComeBack(hall, ticket);
        return null;
    }

    public static void EndHold(NaiveHall hall, NaiveTicket ticket, ReturnCause cause)
    {
        hall.Wait(ticket);
        hall.Say(new TicketReturned(ticket.Key, ticket.SentTo, ticket.Effective, cause));
    }

    private static void ComeBack(NaiveHall hall, NaiveTicket ticket)
    {
        ticket.SentTo = null;
        if (hall.Now - ticket.GoneAt <= hall.Settings.SameClerkWithin)
        {
            // The same clerk, if there and still able to.
            if (hall.Windows.TryGetValue(ticket.Window!, out var window) && window.Mode == "open"
                && hall.CanServe(window, ticket.Matter))
                ticket.SentTo = window.Id;
        }
        else
        {
            var next = hall.Waiting
                .Where(t => t.SentTo is null && t.Class == ticket.Class && hall.WantTheSame(t.Matter, ticket.Matter))
                .Take(hall.Settings.ReturnBehind).LastOrDefault();
            if (next is not null && next.Effective >= ticket.Effective)
                ticket.Effective = next.Effective.AddTicks(1);
        }

        ticket.Returns++;
        hall.Wait(ticket);
        hall.Say(new TicketReturned(ticket.Key, ticket.SentTo, ticket.Effective, ReturnCause.NoShow));
    }
}
