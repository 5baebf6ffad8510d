namespace Yihao.Rules;

/// <summary>
/// A and B posts: when the clerk of a window is away, the first deputy who is there covers it, at his own window or,
/// from standby, by sitting down. With no deputy, what nobody else serves goes to whoever in the hall has the skill,
/// and a called ticket goes back to its place.
/// </summary>
internal static class CoveringWindows
{
    /// <summary>What is to change about one window; nothing while all is as it should be.</summary>
    public static IReadOnlyList<HallEvent> Due(Hall hall, Window window, DateTimeOffset now)
    {
        if (window.IsBooth || (window.Staffing is Staffing.Open or Staffing.Closed && IsSettled(window)))
            return [];
        if (window.Staffing is Staffing.Open)
            return Over(window);
        // A cover that stands goes on through a planned absence: the clerk is still not back.
        if (Absence.Of(hall, window, now) is not { } cause)
            return CoveredBy(hall, window) is null ? [.. LetGo(window), .. Over(window)] : [];
        if (CoveredBy(hall, window) is not null)
            return [];
        if (Deputy(hall, window) is { } deputy)
        {
            if (window.CoveredBy == deputy.Window)
                return [];
            var covered = new WindowCovered(window.Id, deputy.Window, deputy.Clerk, cause);
            return deputy.Window == window.Id
                ? [.. AttendingWindows.Left(hall, window, deputy.Clerk), covered]
                : [covered];
        }

        return Alone(hall, window, cause);
    }

    /// <summary>Ticket by ticket, what a lost clerk had called is called again by the deputy, once.</summary>
    public static IEnumerable<HallEvent> CallAgain(Hall hall, DateTimeOffset now)
    {
        HashSet<Window> given = [];
        foreach (var window in hall.WindowsById.Values)
        {
            if (window.InHand is not { Phase: TicketPhase.Called called } ticket)
                continue;
            if (IsFromBefore(window, called) && IsTime(hall, window.FreeSince, now))
                yield return new TicketRecalled(ticket.Key, window.Id);
            if (window.Staffing is not Staffing.Unattended gone || !IsTime(hall, gone.Since, now)
                || CoveredBy(hall, window) is not { } deputy)
                continue;
            if (!Can(hall, window, deputy.Staffing.AtIt!, ticket))
            {
                yield return new TicketReleased(ticket.Key, window.Id, ReleaseCause.WindowUnattended);
                continue;
            }

            yield return new TicketReleased(ticket.Key, window.Id, ReleaseCause.Covered, deputy.Id);
            // Two windows may be covered by one deputy: the first ticket is called, the others wait for his next call.
            if (deputy.IsFree && !deputy.IsSilent && given.Add(deputy))
            {
                yield return new TicketCalled(
                    ticket.Key, deputy.Id, deputy.Staffing.AtIt!, CallRule.CalledAgain, null);
            }
        }
    }

    /// <summary>True when a deputy is about to cover who can serve a called ticket: it need not go back.</summary>
    public static bool WillCallAgain(Hall hall, Window window, Ticket ticket, DateTimeOffset now) =>
        !Absence.IsPlanned(hall, window, now) && Deputy(hall, window) is { } deputy
        && Can(hall, window, deputy.Clerk, ticket);

    /// <summary>The ticket in hand was called before the deputy sat down here, and not since.</summary>
    public static bool IsFromBefore(Window window, TicketPhase.Called called) =>
        window is { FromStandby: true, Staffing: Staffing.Open } && called.LastAt < window.FreeSince;

    /// <summary>The window that covers this one, as long as its clerk may and is there.</summary>
    private static Window? CoveredBy(Hall hall, Window window) =>
        window.CoveredBy is { } by && hall.Window(by) is { Staffing: Staffing.Open open } deputy
        && window.Plan.PostsB.Contains(open.Clerk)
            ? deputy
            : null;

    private static (string Window, string Clerk)? Deputy(Hall hall, Window window)
    {
        foreach (var clerk in window.Plan.PostsB)
        {
            foreach (var other in hall.WindowsById.Values)
            {
                if (other != window && other.Staffing is Staffing.Open { PauseWish: null } open && open.Clerk == clerk)
                    return (other.Id, clerk);
            }

            if (hall.StandbyClerks.Contains(clerk))
                return (window.Id, clerk);
        }

        return null;
    }

    /// <summary>Nobody covers: the called ticket goes back, and what only this window served goes elsewhere.</summary>
    private static List<HallEvent> Alone(Hall hall, Window window, AbsenceCause cause)
    {
        List<HallEvent> events = [];
        if (window.CoveredBy is { } by)
            events.Add(new WindowUncovered(window.Id, by, UncoverCause.DeputyGone));
        events.AddRange(LetGo(window));
        var wanted = Elsewhere(hall, window);
        if (!wanted.Same(window.Rerouted))
            events.Add(new MattersRerouted(window.Id, wanted.Matters, wanted.To, cause));
        return events;
    }

    /// <summary>Nobody will call it again: back to its old place.</summary>
    private static IEnumerable<HallEvent> LetGo(Window window) =>
        window is { Staffing: Staffing.Unattended, InHand: { Phase: TicketPhase.Called } ticket }
            ? [new TicketReleased(ticket.Key, window.Id, ReleaseCause.WindowUnattended)]
            : [];

    private static Rerouting Elsewhere(Hall hall, Window window)
    {
        var open = hall.WindowsById.Values.Where(w => w.Staffing is Staffing.Open).ToList();
        var orphans = hall.Lines.Matters.ServedBy(window.Plan, null)
            .Where(group => !open.Any(w => w.OwnGroups.Contains(group)))
            .ToList();
        var to = open.Where(w => ApplyWindows.Served(hall, window, w).Any(orphans.Contains)).Select(w => w.Id).ToList();
        return to.Count == 0
            ? Rerouting.None
            : new([.. orphans.Select(hall.Lines.Matters.SampleOf)], to);
    }

    private static List<HallEvent> Over(Window window)
    {
        List<HallEvent> events = [];
        if (window.CoveredBy is { } by)
        {
            var cause = window.Staffing is Staffing.Open ? UncoverCause.Returned : UncoverCause.DeputyGone;
            events.Add(new WindowUncovered(window.Id, by, cause));
        }

        if (window.Rerouted.To.Count > 0)
            events.Add(new MattersRerouted(window.Id, [], [], null));
        return events;
    }

    private static bool IsSettled(Window window) =>
        window.CoveredBy is null && window.Rerouted.To.Count == 0 && window.LeftAt is null;

    /// <summary>The loss was told after the first delay; not through an outage.</summary>
    private static bool IsTime(Hall hall, DateTimeOffset lostAt, DateTimeOffset now)
    {
        var since = lostAt > hall.UpSince ? lostAt : hall.UpSince;
        return now - since >= hall.Settings.AnnounceAgainAfter - hall.Settings.CoverAfter;
    }

    private static bool Can(Hall hall, Window window, string clerk, Ticket ticket)
    {
        var matters = hall.Lines.Matters;
        return matters.ServedBy(window.Plan, hall.Clerk(clerk)).Contains(matters.GroupOf(ticket.Matter));
    }
}
