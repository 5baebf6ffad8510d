namespace Yihao.Rules;

/// <summary>A citizen's number on its way through the hall. Changed by <see cref="Hall.Apply"/> alone.</summary>
public sealed class Ticket
{
    internal Ticket(TicketKey key, TicketClass ticketClass, string? reason, string matter, DateTimeOffset arrival,
        TimeSpan headStart)
    {
        (Key, Class, Reason, Matter, Arrival, HeadStart) = (key, ticketClass, reason, matter, arrival, headStart);
        Place = Place.Of(arrival - headStart, arrival, key);
    }

    public TicketKey Key { get; }

    public TicketClass Class { get; }

    /// <summary>Why it has priority; null without.</summary>
    public string? Reason { get; }

    public string Matter { get; internal set; }

    public DateTimeOffset Arrival { get; }

    /// <summary>Where it stands in the total order. It changes only when a no-show comes back late.</summary>
    public Place Place { get; internal set; }

    /// <summary>The window it was sent to, if it was: that one calls it before all others.</summary>
    public string? SentTo { get; internal set; }

    public TicketPhase Phase { get; internal set; } = TicketPhase.Waiting.Here;

    public int Holds { get; internal set; }

    public int Returns { get; internal set; }

    /// <summary>Steps of the visit that are done.</summary>
    public int StepsDone { get; internal set; }

    public TicketState State => Phase.State;

    /// <summary>Fixed when the ticket joined, so that the order never changes by itself.</summary>
    public TimeSpan HeadStart { get; }

    public bool HasHeadStart => HeadStart > TimeSpan.Zero;

    /// <summary>The arrival as the order counts it: later than the real one after a late return.</summary>
    public DateTimeOffset CountedArrival => Place.EffectiveAt + HeadStart;

    /// <summary>The loan under which a guest is served here by camera; null for all others.</summary>
    public string? Loan { get; internal init; }

    /// <summary>What the citizen was told when the number was taken; null when nobody could know.</summary>
    public WaitEstimate? Estimate { get; internal init; }

    /// <summary>What happened to it since it was taken, oldest first.</summary>
    public IReadOnlyList<TicketStep> Steps => steps ?? (IReadOnlyList<TicketStep>)[];

    /// <summary>The line it stands in: tickets in one line are called in the order of their places.</summary>
    internal OrderedLine? Line { get; set; }

    private List<TicketStep>? steps;

    /// <summary>Whether an event of this kind has happened to it here.</summary>
    internal bool Has(string kind)
    {
        for (var i = 0; i < (steps?.Count ?? 0); i++)
        {
            if (steps![i].Kind == kind)
                return true;
        }

        return false;
    }

    internal void Went(TicketStep step) => (steps ??= new(4)).Add(step);
}

/// <summary>One thing that happened to a ticket.</summary>
/// <param name="Kind">The kind of the event, for example <c>called</c>.</param>
public readonly record struct TicketStep(DateTimeOffset At, string Kind, string? Window);
