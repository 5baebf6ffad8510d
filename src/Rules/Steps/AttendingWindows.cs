namespace Yihao.Rules;

/// <summary>Clerks come, pause, go, and are lost.</summary>
internal static class AttendingWindows
{
    /// <summary>
    /// A clerk who sits down here has left every window where nobody is served: on a break, or gone without a word. A
    /// window whose clerk is not at it waits for no particular one: a deputy may open it.
    /// </summary>
    public static Decision Open(Hall hall, Window window, OpenWindow open)
    {
        if (hall.Plan.Clerks.All(c => c.Clerk != open.Clerk) || PostOf(window, open.Clerk) is not { } post)
            return Decision.No(Refusal.ClerkUnknown);
        var others = hall.Windows.Where(w => w != window);
        if (others.Any(w => w.IsSeatOf(open.Clerk) || (w.Staffing.AtIt == open.Clerk && w.InHand is not null)))
            return Decision.No(Refusal.ClerkElsewhere);
        var opened = new WindowChanged(window.Id, WindowChange.Opened, open.Clerk, post, null);
        var left = Left(hall, window, open.Clerk);
        if (window.Staffing is not Staffing.Open at || at.Clerk == open.Clerk)
            return new Decision.Accept([.. left, opened]);
        return post == Post.A && at.Post == Post.B ? TakeBack(window, left, opened) : Decision.No(Refusal.WindowBusy);
    }

    /// <summary>Who sits down at one window is on a break at no other.</summary>
    public static IEnumerable<HallEvent> Left(Hall hall, Window window, string clerk) =>
        hall.Windows.Where(w => w != window && !w.IsBooth && w.Staffing.AtIt == clerk)
            .Select(w => Change(w, WindowChange.Closed, null));

    /// <summary>The first clerk sits down again, after the ticket that the deputy has in hand.</summary>
    private static Decision.Accept TakeBack(Window window, IEnumerable<HallEvent> left, WindowChanged opened) =>
        window.InHand is null
            ? new([.. left, .. OfferingTickets.Withdrawn(window), opened])
            : new([.. left, opened with { Change = WindowChange.ReturnWished }]);

    /// <summary>With a ticket in hand the pause begins after it.</summary>
    public static Decision PauseNow(Window window, PauseWindow pause)
    {
        if (string.IsNullOrEmpty(pause.Pause.Reason))
            return Decision.No(Refusal.ReasonMissing);
        if (window.Staffing is not (Staffing.Open or Staffing.Unattended))
            return Decision.No(window.IsStaffed ? Refusal.WindowPaused : Refusal.WindowNotOpen);
        var change = window.InHand is null ? WindowChange.Paused : WindowChange.PauseWished;
        return WithoutOffer(window, Change(window, change, pause.Pause));
    }

    /// <summary>Ends a pause, takes back the wish for one, or says that the clerk is back.</summary>
    public static Decision Resume(Window window) => window.Staffing is Staffing.Closed
        ? Decision.No(Refusal.WindowNotOpen)
        : Decision.Of(Change(window, WindowChange.Resumed, null));

    public static Decision Close(Window window)
    {
        if (!window.IsStaffed)
            return Decision.No(Refusal.WindowNotOpen);
        return window.InHand is not null
            ? Decision.No(Refusal.WindowBusy)
            : WithoutOffer(window, Change(window, WindowChange.Closed, null));
    }

    /// <summary>
    /// A called ticket waits for the deputy to call it again; with no deputy it goes back to its old place, and so does
    /// one of another hall. One being served stays until the clerk is back.
    /// </summary>
    public static Decision Lose(Hall hall, Window window, DateTimeOffset now)
    {
        if (window.Staffing is not Staffing.Open)
            return Decision.Nothing.Due;
        var lost = Change(window, WindowChange.Unattended, null);
        return window.InHand is { Phase: TicketPhase.Called } ticket
            && (ticket.Loan is not null || !CoveringWindows.WillCallAgain(hall, window, ticket, now))
            ? Decision.Of(lost, new TicketReleased(ticket.Key, window.Id, ReleaseCause.WindowUnattended))
            : WithoutOffer(window, lost);
    }

    /// <summary>No sign for a moment: an offer goes to somebody else, nothing more.</summary>
    public static Decision MissSigns(Hall hall, Window window) =>
        hall.Settings.Mode != DispatchMode.Pull && window is { Staffing: Staffing.Open, IsSilent: false }
        ? WithoutOffer(window, Change(window, WindowChange.Silent, null))
        : Decision.Nothing.Due;

    public static Decision HearSigns(Window window) => window is { Staffing: Staffing.Open, IsSilent: true }
        ? Decision.Of(Change(window, WindowChange.Heard, null))
        : Decision.Nothing.Due;

    public static WindowChanged Back(Window window, Staffing.Unattended gone) =>
        new(window.Id, WindowChange.Attended, gone.Clerk, gone.Post, null);

    /// <summary>That a clerk who was gone is back, if so: he does something.</summary>
    public static IEnumerable<HallEvent> BackFirst(Window window) =>
        window.Staffing is Staffing.Unattended gone ? [Back(window, gone)] : [];

    /// <summary>What begins now that the ticket in hand is done: the first clerk's work, or a pause.</summary>
    public static WindowChanged? ChangeNext(Window window) => window.Staffing switch
    {
        Staffing.Open { Returning: { } first } => new(window.Id, WindowChange.Opened, first, Post.A, null),
        Staffing.Open { PauseWish: { } pause } => Change(window, WindowChange.Paused, pause),
        _ => null,
    };

    /// <summary>A clerk who does something is there.</summary>
    public static Decision AttendedFirst(Window window, HallEvent happened) =>
        window.Staffing is Staffing.Unattended gone
            ? Decision.Of(Back(window, gone), happened)
            : Decision.Of(happened);

    /// <summary>The ticket leaves the window's hand: a pause that was wished for begins.</summary>
    public static Decision AfterTicket(Window window, HallEvent happened) =>
        ChangeNext(window) is { } change ? Decision.Of(happened, change) : AttendedFirst(window, happened);

    private static Decision.Accept WithoutOffer(Window window, HallEvent happened) =>
        new([.. OfferingTickets.Withdrawn(window), happened]);

    private static Post? PostOf(Window window, string clerk) =>
        window.Plan.PostA == clerk ? Post.A : window.Plan.PostsB.Contains(clerk) ? Post.B : null;

    private static WindowChanged Change(Window window, WindowChange change, Pause? pause) =>
        new(window.Id, change, window.Staffing.AtIt!, window.Staffing.PostOf!.Value, pause);
}
