namespace Yihao.Rules;

/// <summary>A no-show comes back, or a held citizen is ready before the time is over.</summary>
internal static class ReturningTickets
{
    public static Decision Decide(Hall hall, ReturnTicket back, DateTimeOffset now)
    {
        if (hall.Ticket(back.Ticket) is not { } ticket)
            return Decision.No(Refusal.TicketUnknown);
        return ticket.Phase switch
        {
            TicketPhase.Held => Decision.Of(Ready(hall, ticket, ReturnCause.Ready)),
            TicketPhase.NoShow when ticket.Returns >= hall.Settings.Returns => Decision.No(Refusal.ReturnLimit),
            TicketPhase.NoShow noShow => Decision.Of(Return(hall, ticket, noShow, now)),
            { IsFinished: true } => Decision.No(Refusal.TicketAlreadyFinished),
            _ => Decision.No(Refusal.TicketNotGone),
        };
    }

    /// <summary>Back at the old place: held time is not lost time.</summary>
    public static TicketReturned Ready(Hall hall, Ticket ticket, ReturnCause cause) =>
        new(ticket.Key, hall.Reachable(ticket), ticket.Place.EffectiveAt, cause);

    private static TicketReturned Return(Hall hall, Ticket ticket, TicketPhase.NoShow noShow, DateTimeOffset now)
    {
        var atOnce = now - noShow.At <= hall.Settings.SameClerkWithin;
        var group = hall.Lines.Matters.GroupOf(ticket.Matter);
        if (atOnce && hall.Window(noShow.Window) is { Staffing: Staffing.Open } window && window.Groups.Contains(group))
            return new(ticket.Key, noShow.Window, ticket.Place.EffectiveAt, ReturnCause.NoShow);
        var effective = atOnce ? ticket.Place.EffectiveAt : BehindTheNext(hall, ticket).EffectiveAt;
        return new(ticket.Key, null, effective, ReturnCause.NoShow);
    }

    /// <summary>Behind the next few of its class who want the same; behind the last one where fewer wait.</summary>
    private static Place BehindTheNext(Hall hall, Ticket ticket)
    {
        var last = hall.Lines.Of(hall.Lines.Matters.GroupOf(ticket.Matter))
            .LastOfNext(hall.Settings.ReturnBehind, ticket.Class);
        return last is null ? ticket.Place : ticket.Place.Behind(last.Place);
    }
}
