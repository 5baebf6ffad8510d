namespace Yihao.Rules;

/// <summary>The states of a ticket, complete. Offers come with push dispatch.</summary>
public enum TicketState
{
    Waiting,
    Called,
    Serving,
    Held,
    NoShow,
    Done,
    Cancelled,
    Expired,
}
