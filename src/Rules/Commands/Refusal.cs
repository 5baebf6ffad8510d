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
}
