namespace Yihao.Rules;

/// <summary>A numbered counter of the hall. Changed by <see cref="Hall.Apply"/> alone.</summary>
public sealed class Window
{
    internal Window(WindowPlan plan, bool isBooth = false) => (Plan, IsBooth) = (plan, isBooth);

    /// <summary>A booth: its clerk sits in another hall.</summary>
    public bool IsBooth { get; }

    public WindowPlan Plan { get; internal set; }

    public string Id => Plan.Window;

    public Staffing Staffing { get; internal set; } = Staffing.Closed.Now;

    /// <summary>The one ticket this window has called or is serving.</summary>
    public Ticket? InHand { get; internal set; }

    /// <summary>The ticket this window is asked to take.</summary>
    public Ticket? Offer { get; internal set; }

    /// <summary>Matter groups the window serves now: its own and those of the windows it stands in for.</summary>
    internal int[] Groups { get; set; } = [];

    /// <summary>Those of its own kind, with the clerk now at it; by its kind alone while it is closed.</summary>
    internal int[] OwnGroups { get; set; } = [];

    /// <summary>The window whose deputy covers this one.</summary>
    public string? CoveredBy { get; internal set; }

    /// <summary>Where the matters go that only this window served; empty while somebody covers it.</summary>
    public Rerouting Rerouted { get; internal set; } = Rerouting.None;

    /// <summary>When its clerk signed off; null while one is there, and before the first of the day.</summary>
    public DateTimeOffset? LeftAt { get; internal set; }

    /// <summary>The deputy at it came from standby and goes back there.</summary>
    public bool FromStandby { get; internal set; }

    /// <summary>Since when it has had nothing in hand.</summary>
    public DateTimeOffset FreeSince { get; internal set; }

    /// <summary>No offers before this: the clerk rests, or has just let one go.</summary>
    public DateTimeOffset OfferFrom { get; internal set; }

    /// <summary>Time the clerk wants between two tickets.</summary>
    public TimeSpan Rest { get; internal set; }

    /// <summary>Offers of the day that were declined.</summary>
    public int Declined { get; internal set; }

    /// <summary>Offers of the day that nobody took in time.</summary>
    public int Lapsed { get; internal set; }

    /// <summary>No sign of the clerk for a moment.</summary>
    public bool IsSilent { get; internal set; }

    /// <summary>The alarm was raised that it calls nobody.</summary>
    public bool IdleNoticed { get; internal set; }

    /// <summary>The loan that was asked for and is not taken yet.</summary>
    public string? Asking { get; internal set; }

    /// <summary>Calls since it last served another hall's citizen.</summary>
    public int OwnCalls { get; internal set; }

    /// <summary>
    /// Calls in a row of tickets with a head start, or sent directly: the "k then 1" rule counts them.
    /// </summary>
    public int HeadStartsInRow { get; internal set; }

    /// <summary>
    /// The last call took the oldest arrival because of the cap: the next one goes by the usual order.
    /// </summary>
    public bool TookOldest { get; internal set; }

    /// <summary>
    /// True when a ticket of the group may wait for this window alone: its clerk, on a break or not, serves it.
    /// </summary>
    internal bool Awaits(int group) =>
        (Staffing is Staffing.Open || (Staffing is Staffing.Paused && CoveredBy is null)) && Groups.Contains(group);

    public WindowState State => (Staffing, InHand?.State) switch
    {
        (Staffing.Closed, _) => WindowState.Closed,
        (Staffing.Paused, _) => WindowState.Paused,
        (Staffing.Unattended, _) => WindowState.Unattended,
        (_, TicketState.Called) => WindowState.Calling,
        (_, TicketState.Serving) => WindowState.Serving,
        _ => Offer is null ? WindowState.Ready : WindowState.Offered,
    };

    /// <summary>Nothing keeps it from taking the next ticket.</summary>
    internal bool IsFree => InHand is null && Offer is null && Asking is null
        && Staffing is Staffing.Open { PauseWish: null, Returning: null };

    /// <summary>The clerk sits at it, or does as soon as the deputy's ticket in hand is done.</summary>
    internal bool IsSeatOf(string clerk) =>
        Staffing is Staffing.Open open && (open.Clerk == clerk || open.Returning == clerk);

    public bool IsStaffed => Staffing is not Staffing.Closed;

    /// <summary>May call: a clerk sits at it, or did a moment ago and comes back by calling.</summary>
    public bool MayCall => Staffing is Staffing.Open or Staffing.Unattended;
}

/// <summary>Who is at a window. Closed hierarchy: the compiler finds the forgotten case.</summary>
public abstract record Staffing
{
    private Staffing() { }

    public sealed record Closed : Staffing
    {
        public static Closed Now { get; } = new();
    }

    /// <param name="PauseWish">A pause that begins when the ticket in hand is done.</param>
    /// <param name="Returning">The first clerk, who sits down when the deputy's ticket in hand is done.</param>
    public sealed record Open(string Clerk, Post Post, Pause? PauseWish, string? Returning = null) : Staffing;

    public sealed record Paused(string Clerk, Post Post, Pause Pause) : Staffing;

    /// <summary>The clerk is gone without a word; a ticket being served stays until the clerk is back.</summary>
    /// <param name="Since">When the loss was told.</param>
    public sealed record Unattended(string Clerk, Post Post, DateTimeOffset Since) : Staffing;

    /// <summary>A booth in use.</summary>
    /// <param name="Helper">The hall of the clerk.</param>
    /// <param name="Window">The clerk's window there.</param>
    public sealed record Remote(string Helper, string Window, string Clerk, string Loan) : Staffing;

    /// <summary>The clerk, as long as the window is not closed.</summary>
    public string? AtIt => this switch
    {
        Open open => open.Clerk,
        Paused paused => paused.Clerk,
        Unattended unattended => unattended.Clerk,
        Remote remote => remote.Clerk,
        _ => null,
    };

    public Post? PostOf => this switch
    {
        Open open => open.Post,
        Paused paused => paused.Post,
        Unattended unattended => unattended.Post,
        _ => null,
    };
}

/// <summary>The A post is the first clerk of a window, the B posts are the deputies.</summary>
public enum Post
{
    A,
    B,
}

/// <param name="Until">When the clerk means to be back, if said.</param>
public sealed record Pause(string Reason, DateTimeOffset? Until);

/// <summary>Where the matters of a window go that nobody else of the hall serves.</summary>
/// <param name="Matters">One of each group.</param>
/// <param name="To">Windows whose clerks have the skill.</param>
public sealed record Rerouting(IReadOnlyList<string> Matters, IReadOnlyList<string> To)
{
    public static Rerouting None { get; } = new([], []);

    public bool Same(Rerouting other) => Matters.SequenceEqual(other.Matters) && To.SequenceEqual(other.To);
}
