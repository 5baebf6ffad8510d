namespace Yihao.Rules.Tests.Tiers;

/// <summary>
/// Over all halls a ticket stands in exactly one line or hand. One that is lent is at a booth at home and at one window
/// of the helper; one on the way is in no line but that of the hall that has received it.
/// </summary>
internal static class TicketPlaces
{
    public static void Check(params Hall[] halls)
    {
        var known = halls.SelectMany(hall => hall.Tickets.Select(ticket => (Hall: hall, Ticket: ticket)))
            .ToLookup(place => place.Ticket.Key.IdIn(place.Hall.Plan.Hall));
        foreach (var places in known)
        {
            var standing = places.Where(p => p.Ticket.Loan is null && Stands(p.Ticket)).ToList();
            Assert.True(standing.Count <= 1, $"{places.Key} is in {standing.Count} halls at once");
            var isSomewhere = standing.Count == 1
                || places.Any(p => p.Ticket.Loan is null && (p.Ticket.Phase is TicketPhase.Moving || IsOver(p.Ticket)));
            Assert.True(isSomewhere || places.All(p => p.Ticket.Loan is not null), $"{places.Key} is nowhere");
            var guests = places.Where(p => p.Ticket.Loan is not null && Stands(p.Ticket)).ToList();
            var lentOn = guests.Where(g => !halls.Any(h => h.Settled.Knows(g.Ticket.Loan!))).ToList();
            Assert.True(lentOn.Count <= 1, $"{places.Key} is at {lentOn.Count} windows of helpers");
            foreach (var guest in lentOn)
                Assert.True(IsAtABooth(standing, guest.Ticket.Loan!), $"{places.Key} is lent, but at no booth");
        }
    }

    private static bool Stands(Ticket ticket) =>
        !ticket.Phase.IsFinished && ticket.Phase is not TicketPhase.Moving;

    private static bool IsOver(Ticket ticket) =>
        ticket.State is TicketState.Done or TicketState.Cancelled or TicketState.Expired;

    private static bool IsAtABooth(List<(Hall Hall, Ticket Ticket)> standing, string loan) =>
        standing is [var (hall, ticket)] && hall.Windows.Any(
            w => w.Staffing is Staffing.Remote remote && remote.Loan == loan && ReferenceEquals(w.InHand, ticket));
}
