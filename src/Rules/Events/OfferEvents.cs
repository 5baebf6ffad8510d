namespace Yihao.Rules;

/// <summary>A window is asked to take a ticket; until it answers the ticket is reserved.</summary>
/// <param name="Rule">Which rule of dispatch chose it.</param>
public sealed record TicketOffered(TicketKey Ticket, string Window, DateTimeOffset Until, CallRule Rule)
    : TicketEvent("offered", Ticket);

/// <summary>An offer was not taken: the ticket is back at its old place.</summary>
/// <param name="Reason">As the clerk said, when declined.</param>
public sealed record OfferEnded(TicketKey Ticket, string Window, OfferEnd Cause, string? Reason)
    : TicketEvent("offerEnded", Ticket);

public enum OfferEnd
{
    Declined,

    /// <summary>Nobody took it in time.</summary>
    Lapsed,

    /// <summary>The window is not ready any more.</summary>
    Withdrawn,
}

/// <summary>The clerk wants so much time between two tickets.</summary>
public sealed record RestSet(string Window, TimeSpan Rest) : HallEvent("restSet");
