namespace Yihao.Rules;

/// <summary>An event about one ticket.</summary>
public abstract record TicketEvent : HallEvent
{
    private protected TicketEvent(string kind, TicketKey ticket)
        : base(kind) => Ticket = ticket;

    public TicketKey Ticket { get; init; }
}

/// <param name="Reason">Why it has priority.</param>
/// <param name="HeadStart">Of its class, fixed from now on.</param>
/// <param name="Estimate">What the citizen is told to wait; null when nobody can know.</param>
public sealed record NumberTaken(
    TicketKey Ticket,
    TicketClass Class,
    string? Reason,
    string Matter,
    TimeSpan HeadStart,
    WaitEstimate? Estimate = null)
    : TicketEvent("taken", Ticket);

/// <param name="Rule">Which rule of dispatch chose it.</param>
/// <param name="Reason">For a call by hand.</param>
public sealed record TicketCalled(TicketKey Ticket, string Window, string Clerk, CallRule Rule, string? Reason)
    : TicketEvent("called", Ticket);

public sealed record TicketRecalled(TicketKey Ticket, string Window) : TicketEvent("recalled", Ticket);

/// <param name="Inferred">Nobody pressed Start; the time since the call says so.</param>
public sealed record TicketStarted(TicketKey Ticket, string Window, bool Inferred) : TicketEvent("started", Ticket);

/// <param name="Outcome">As the clerk said, if so.</param>
public sealed record TicketFinished(TicketKey Ticket, string Window, string Clerk, string? Outcome)
    : TicketEvent("finished", Ticket);

public sealed record TicketNoShow(TicketKey Ticket, string Window) : TicketEvent("noShow", Ticket);

/// <param name="SentTo">The window it goes to before all others: the same clerk, when it came back at once.</param>
/// <param name="Effective">Its effective arrival from now on.</param>
/// <param name="Cause">What brought it back.</param>
public sealed record TicketReturned(TicketKey Ticket, string? SentTo, DateTimeOffset Effective, ReturnCause Cause)
    : TicketEvent("returned", Ticket);

/// <param name="Window">The window that had called it, if one had.</param>
public sealed record TicketHeld(TicketKey Ticket, string? Window, DateTimeOffset Until) : TicketEvent("held", Ticket);

/// <summary>A called ticket is back at its old place.</summary>
/// <param name="SentTo">The window that calls it next, before all others.</param>
/// <param name="Reason">Of a supervisor who took it away.</param>
public sealed record TicketReleased(
    TicketKey Ticket, string Window, ReleaseCause Cause, string? SentTo = null, string? Reason = null)
    : TicketEvent("released", Ticket);

public sealed record TicketCancelled(TicketKey Ticket) : TicketEvent("cancelled", Ticket);

public sealed record TicketExpired(TicketKey Ticket) : TicketEvent("expired", Ticket);

/// <param name="Window">Where it comes from; null when it was waiting.</param>
/// <param name="SentTo">The window it is sent to, if to one.</param>
/// <param name="StepDone">It was being served: this is the next step of the visit.</param>
public sealed record TicketTransferred(
    TicketKey Ticket, string? Window, string Matter, string? SentTo, string Reason, bool StepDone)
    : TicketEvent("transferred", Ticket);

public enum ReturnCause
{
    /// <summary>A no-show came back.</summary>
    NoShow,

    /// <summary>A held citizen is ready before the time is over.</summary>
    Ready,

    /// <summary>The holding time is over.</summary>
    HoldOver,
}

public enum ReleaseCause
{
    ByClerk,
    WindowUnattended,

    /// <summary>The clerk is lost; the deputy calls it again.</summary>
    Covered,

    /// <summary>A supervisor moved it, or its home wants it back.</summary>
    TakenAway,
}
