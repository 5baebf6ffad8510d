namespace Yihao.Rules;

/// <summary>A numbered counter of the hall. Changed by <see cref="Hall.Apply"/> alone.</summary>
public sealed class Window
{
    internal Window(WindowPlan plan) => Plan = plan;

    public WindowPlan Plan { get; internal set; }

    public string Id => Plan.Window;

    public Staffing Staffing { get; internal set; } = Staffing.Closed.Now;

    /// <summary>The one ticket this window has called or is serving.</summary>
    public Ticket? InHand { get; internal set; }

    /// <summary>Matter groups the window serves with the clerk now at it; by its kind while it is closed.</summary>
    internal int[] Groups { get; set; } = [];

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
    internal bool Awaits(int group) => Staffing is Staffing.Open or Staffing.Paused && Groups.Contains(group);

    public WindowState State => (Staffing, InHand?.State) switch
    {
        (Staffing.Closed, _) => WindowState.Closed,
        (Staffing.Paused, _) => WindowState.Paused,
        (Staffing.Unattended, _) => WindowState.Unattended,
        (_, TicketState.Called) => WindowState.Calling,
        (_, TicketState.Serving) => WindowState.Serving,
        _ => WindowState.Ready,
    };

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
    public sealed record Open(string Clerk, Post Post, Pause? PauseWish) : Staffing;

    public sealed record Paused(string Clerk, Post Post, Pause Pause) : Staffing;

    /// <summary>The clerk is gone without a word; a ticket being served stays until the clerk is back.</summary>
    public sealed record Unattended(string Clerk, Post Post) : Staffing;

    /// <summary>The clerk, as long as the window is not closed.</summary>
    public string? AtIt => this switch
    {
        Open open => open.Clerk,
        Paused paused => paused.Clerk,
        Unattended unattended => unattended.Clerk,
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
