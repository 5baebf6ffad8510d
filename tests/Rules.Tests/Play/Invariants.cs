namespace Yihao.Rules.Tests;

/// <summary>What is true of a hall after every command, whatever it was.</summary>
internal static class Invariants
{
    public static void Hold(Hall hall)
    {
        ATicketIsInOneHandAndAHandHoldsOneTicket(hall);
        AWaitingTicketStandsInExactlyOneLine(hall);
        PostInvariants.Hold(hall);
    }

    private static void ATicketIsInOneHandAndAHandHoldsOneTicket(Hall hall)
    {
        var inHand = hall.Windows.Where(w => w.InHand is not null).ToDictionary(w => w.InHand!.Key);
        foreach (var (key, window) in inHand)
        {
            var ticket = hall.Ticket(key);
            Assert.True(ReferenceEquals(ticket, window.InHand), $"window {window.Id} holds a stranger {key.Shown}");
            Assert.Equal(window.Id, ticket!.Phase.AtWindow);
            Assert.True(
                ticket.State is TicketState.Called or TicketState.Serving, $"{key.Shown} is {ticket.State} in hand");
        }

        foreach (var ticket in hall.Tickets.Where(t => t.State is TicketState.Called or TicketState.Serving))
            Assert.True(inHand.ContainsKey(ticket.Key), $"{ticket.Key.Shown} is {ticket.State} in no hand");
    }

    private static void AWaitingTicketStandsInExactlyOneLine(Hall hall)
    {
        var standing = hall.Lines.InOrder().Select(t => t.Key).ToList();
        var waiting = hall.Tickets.Where(t => t.State == TicketState.Waiting).Select(t => t.Key).Order().ToList();
        Assert.True(waiting.SequenceEqual(standing.Order()), "who waits does not stand in exactly one line");
        Assert.Equal(waiting.Count, hall.Lines.Count);
        foreach (var ticketClass in Enum.GetValues<TicketClass>())
        {
            var ofClass = hall.Tickets.Count(t => t.State == TicketState.Waiting && t.Class == ticketClass);
            Assert.Equal(ofClass, hall.Lines.CountOf(ticketClass));
        }

        var held = hall.Tickets.Where(t => t.State == TicketState.Held).Select(t => t.Key).Order();
        Assert.True(held.SequenceEqual(hall.HeldInOrder().Select(t => t.Key).Order()), "who is held is not on hold");
    }
}
