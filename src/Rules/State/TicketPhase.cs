namespace Yihao.Rules;

/// <summary>What is true of a ticket in its present state, and nothing else.</summary>
public abstract record TicketPhase
{
    private TicketPhase(TicketState state) => State = state;

    public TicketState State { get; }

    /// <summary>Nothing more happens to it in this hall.</summary>
    public bool IsFinished =>
        State is TicketState.Done or TicketState.Cancelled or TicketState.Expired || this is Moved;

    public sealed record Waiting() : TicketPhase(TicketState.Waiting)
    {
        public static Waiting Here { get; } = new();
    }

    /// <summary>Reserved for a window; it keeps its place.</summary>
    /// <param name="Rule">Which rule of dispatch chose it.</param>
    public sealed record Offered(string Window, DateTimeOffset Since, DateTimeOffset Until, CallRule Rule)
        : TicketPhase(TicketState.Offered);

    /// <param name="FirstAt">When it was called first at this window; what a no-show is measured from.</param>
    /// <param name="LastAt">The last call or recall.</param>
    /// <param name="Calls">Calls and recalls.</param>
    public sealed record Called(string Window, DateTimeOffset FirstAt, DateTimeOffset LastAt, int Calls)
        : TicketPhase(TicketState.Called);

    /// <param name="Call">The call that began it.</param>
    /// <param name="Inferred">Nobody pressed Start: it was taken for started because the clerk did nothing
    /// else.</param>
    public sealed record Serving(string Window, DateTimeOffset Since, Called Call, bool Inferred)
        : TicketPhase(TicketState.Serving);

    /// <param name="Until">Back in the line by itself at this time.</param>
    public sealed record Held(DateTimeOffset Until) : TicketPhase(TicketState.Held);

    /// <param name="Window">Where it was called.</param>
    public sealed record NoShow(string Window, DateTimeOffset At) : TicketPhase(TicketState.NoShow);

    /// <param name="Window">Where it was served last.</param>
    public sealed record Done(string Window, DateTimeOffset At) : TicketPhase(TicketState.Done);

    public sealed record Cancelled() : TicketPhase(TicketState.Cancelled);

    public sealed record Expired() : TicketPhase(TicketState.Expired);

    /// <summary>Promised to another hall, which has not said yet that it has it.</summary>
    public sealed record Moving(string Move, string To, string Matter) : TicketPhase(TicketState.Elsewhere);

    /// <summary>Another hall has it.</summary>
    public sealed record Moved(string To) : TicketPhase(TicketState.Elsewhere);

    /// <summary>The window the ticket is at, or was last.</summary>
    public string? AtWindow => this switch
    {
        Called called => called.Window,
        Serving serving => serving.Window,
        NoShow noShow => noShow.Window,
        Done done => done.Window,
        _ => null,
    };
}
