namespace Yihao.Rules;

/// <summary>The states of a ticket, complete.</summary>
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

    /// <summary>Reserved for a window whose clerk has been asked.</summary>
    Offered,

    /// <summary>On the way to another hall, or in its hands.</summary>
    Elsewhere,
}
