namespace Yihao.Rules;

/// <summary>Why a command was refused. The names in kebab-case are the stable codes of the contract.</summary>
public enum Refusal
{
    HallClosed,
    WindowUnknown,
    WindowNotOpen,
    WindowBusy,
    WindowPaused,
    ClerkUnknown,
    ClerkElsewhere,
    MatterUnknown,
    MatterNotServedHere,
    TicketUnknown,
    TicketNotCalled,
    TicketNotWaiting,
    TicketNotGone,
    TicketAlreadyFinished,
    RecallTooSoon,
    NoShowTooSoon,
    HoldLimit,
    ReturnLimit,
    ReasonMissing,
    RequestIdReused,

    /// <summary>Nothing is offered to this window.</summary>
    TicketNotOffered,

    /// <summary>In this hall tickets are offered; nobody calls for himself.</summary>
    PullNotAllowed,

    /// <summary>It belongs to another hall: finish it, miss it or let it go.</summary>
    TicketOfAnotherHall,

    /// <summary>No booth of the hall is free.</summary>
    BoothsTaken,

    /// <summary>The loan is over.</summary>
    LoanOver,
}
