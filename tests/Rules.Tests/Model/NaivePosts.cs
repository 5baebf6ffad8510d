namespace Yihao.Rules.Tests.Model;

/// <summary>Who stands in for whom.</summary>
internal static class NaivePosts
{
    public static string? React(NaiveHall hall)
    {
        foreach (var window in hall.InOrder.ToList())
        {
            if (Look(hall, window))
                return null;
        }

        return NaiveOffers.Offer(hall);
    }

    public static string? Come(NaiveHall hall, string clerk)
    {
        if (!hall.Plan.Clerks.Any(c => c.Clerk == clerk))
            return "clerk-unknown";
        if (hall.Windows.Values.Any(w => w.Returning == clerk || (w.Clerk == clerk && w.Mode is "open" or "gone")))
            return "clerk-elsewhere";
        hall.Standby.Remove(clerk);
        hall.Standby.Add(clerk);
        hall.Say(new StandbyChanged(clerk, true));
        return null;
    }

    public static string? Go(NaiveHall hall, string clerk)
    {
        if (!hall.Standby.Remove(clerk))
            return "clerk-unknown";
        hall.Say(new StandbyChanged(clerk, false));
        return null;
    }

    public static string? TakeAway(NaiveHall hall, TakeAway take)
    {
        if (take.Reason.Length == 0)
            return "reason-missing";
        if (hall.Find(take.Ticket) is not { } ticket)
            return "ticket-unknown";
        if (ticket.IsFinished)
            return "ticket-already-finished";
        if (ticket.State is not (TicketState.Called or TicketState.Serving))
            return "ticket-not-called";
        var window = hall.Windows[ticket.Window!];
        if (window.Mode == "open")
            return "window-busy";
        hall.Wait(ticket);
        hall.Say(new TicketReleased(ticket.Key, window.Id, ReleaseCause.TakenAway));
        NaiveClerks.Freed(hall, window);
        return null;
    }

    /// <summary>A deputy is there and able, so that a called ticket waits for him.</summary>
    public static bool WillCallAgain(NaiveHall hall, NaiveWindow window, NaiveTicket ticket) =>
        !IsPlanned(hall, window) && Deputy(hall, window) is { } deputy && Can(hall, window, deputy.Clerk, ticket);

    /// <summary>Called by a clerk who has gone since, and not announced by the deputy who sat down.</summary>
    public static bool IsFromBefore(NaiveWindow window, NaiveTicket ticket) =>
        window.Mode == "open" && window.FromStandbyAt is { } sat && ticket.LastCall < sat;

    /// <summary>What is due now for the tickets that lost clerks had called.</summary>
    public static List<Action> CallsAgain(NaiveHall hall)
    {
        List<Action> due = [];
        HashSet<NaiveWindow> given = [];
        foreach (var window in hall.InOrder.ToList())
        {
            if (hall.InHand(window) is not { State: TicketState.Called } ticket)
                continue;
            if (IsFromBefore(window, ticket) && IsTime(hall, window.FromStandbyAt!.Value))
                due.Add(() => Announce(hall, window, ticket));
            if (window.Mode != "gone" || !IsTime(hall, window.LostAt) || Cover(hall, window) is not { } deputy)
                continue;
            var can = Can(hall, window, deputy.Clerk!, ticket);
            var free = can && NaiveOffers.IsFree(hall, deputy) && !deputy.Silent && given.Add(deputy);
            due.Add(() => PassOn(hall, window, ticket, can ? deputy : null, free));
        }

        return due;
    }

    private static void Announce(NaiveHall hall, NaiveWindow window, NaiveTicket ticket)
    {
        ticket.LastCall = hall.Now;
        ticket.Calls++;
        hall.Say(new TicketRecalled(ticket.Key, window.Id));
    }

    private static void PassOn(
        NaiveHall hall, NaiveWindow window, NaiveTicket ticket, NaiveWindow? deputy, bool atOnce)
    {
        if (deputy is not null)
            ticket.SentTo = deputy.Id;
        hall.Wait(ticket);
        var cause = deputy is null ? ReleaseCause.WindowUnattended : ReleaseCause.Covered;
        hall.Say(new TicketReleased(ticket.Key, window.Id, cause, deputy?.Id));
        NaiveClerks.Freed(hall, window);
        if (atOnce)
            NaiveCalls.Call(hall, deputy!, ticket, CallRule.CalledAgain, null);
    }

    /// <summary>True when something had to be changed about the window.</summary>
    private static bool Look(NaiveHall hall, NaiveWindow window)
    {
        var covered = Cover(hall, window) is not null;
        var cause = Cause(hall, window);
        if (window.Mode == "open" || (cause is null && !covered))
            return Over(hall, window);
        if (covered || cause is not { } why)
            return false;
        if (Deputy(hall, window) is not { } deputy)
            return Alone(hall, window, why);
        if (deputy.Window == window)
            NaiveClerks.LeaveOthers(hall, window, deputy.Clerk);
        hall.Say(new WindowCovered(window.Id, deputy.Window.Id, deputy.Clerk, why));
        window.Rerouted = Rerouting.None;
        window.CoveredBy = deputy.Window == window ? null : deputy.Window.Id;
        if (deputy.Window == window)
        {
            (window.Clerk, window.Post, window.Mode, window.FromStandbyAt) = (deputy.Clerk, Post.B, "open", hall.Now);
            NaiveClerks.SitDown(hall, window);
        }
        else
            hall.SendAllBack(window);

        return true;
    }

    private static bool Over(NaiveHall hall, NaiveWindow window)
    {
        var before = (window.CoveredBy, window.Rerouted.To.Count);
        if (window.CoveredBy is { } by)
            Uncover(hall, window, by, window.Mode == "open" ? UncoverCause.Returned : UncoverCause.DeputyGone);
        if (window.Rerouted.To.Count > 0)
        {
            window.Rerouted = Rerouting.None;
            hall.Say(new MattersRerouted(window.Id, [], [], null));
        }

        return before != (null, 0);
    }

    private static bool Alone(NaiveHall hall, NaiveWindow window, AbsenceCause why)
    {
        var happened = false;
        if (window.CoveredBy is { } by)
        {
            Uncover(hall, window, by, UncoverCause.DeputyGone);
            happened = true;
        }

        var wanted = Elsewhere(hall, window);
        if (hall.InHand(window) is { State: TicketState.Called } ticket)
        {
            PassOn(hall, window, ticket, null, false);
            happened = true;
        }

        if (wanted.Matters.SequenceEqual(window.Rerouted.Matters) && wanted.To.SequenceEqual(window.Rerouted.To))
            return happened;
        window.Rerouted = wanted;
        hall.Say(new MattersRerouted(window.Id, wanted.Matters, wanted.To, why));
        if (wanted.To.Count > 0)
            hall.SendAllBack(window);
        return true;
    }

    private static void Uncover(NaiveHall hall, NaiveWindow window, string by, UncoverCause cause)
    {
        window.CoveredBy = null;
        hall.Say(new WindowUncovered(window.Id, by, cause));
        // What was rerouted before stays so until somebody looks again.
        if (window.Rerouted.To.Count > 0)
            hall.SendAllBack(window);
    }

    /// <summary>One of each kind of matters that no open window serves by itself, and who can serve any.</summary>
    private static Rerouting Elsewhere(NaiveHall hall, NaiveWindow window)
    {
        var open = hall.InOrder.Where(w => w.Mode == "open").ToList();
        bool Can(NaiveWindow by, NaiveWindow of, string matter) =>
            of.Plan.Serves.Contains(matter) && hall.HasSkill(by.Clerk, matter);
        var orphans = hall.Plan.Matters.Select(m => m.Matter)
            .Where(m => window.Plan.Serves.Contains(m) && !open.Exists(w => Can(w, w, m))).ToList();
        var to = open.Where(w => orphans.Exists(m => Can(w, window, m))).Select(w => w.Id).ToList();
        List<string> samples = [];
        foreach (var matter in orphans.Where(m => !samples.Exists(s => hall.WantTheSame(s, m))))
            samples.Add(matter);
        return to.Count == 0 ? Rerouting.None : new(samples, to);
    }

    private static NaiveWindow? Cover(NaiveHall hall, NaiveWindow window) =>
        window.CoveredBy is { } by && hall.Windows.TryGetValue(by, out var deputy) && deputy.Mode == "open"
        && window.Plan.PostsB.Contains(deputy.Clerk!) ? deputy : null;

    private static (NaiveWindow Window, string Clerk)? Deputy(NaiveHall hall, NaiveWindow window)
    {
        foreach (var clerk in window.Plan.PostsB)
        {
            var at = hall.InOrder.FirstOrDefault(
                w => w != window && w is { Mode: "open", PauseWish: null } && w.Clerk == clerk);
            if (at is not null || hall.Standby.Contains(clerk))
                return (at ?? window, clerk);
        }

        return null;
    }

    private static bool Can(NaiveHall hall, NaiveWindow window, string clerk, NaiveTicket ticket)
    {
        var matter = hall.Knows(ticket.Matter) ? ticket.Matter : MatterPlan.None;
        return window.Plan.Serves.Contains(matter) && hall.HasSkill(clerk, matter);
    }

    private static AbsenceCause? Cause(NaiveHall hall, NaiveWindow window) => window.Mode switch
    {
        _ when IsPlanned(hall, window) => null,
        "paused" => AbsenceCause.Pause,
        "gone" => AbsenceCause.Lost,
        "closed" when window.Left => AbsenceCause.SignOff,
        _ => null,
    };

    private static bool IsPlanned(NaiveHall hall, NaiveWindow window)
    {
        var time = TimeOnly.FromDateTime(hall.Now.ToOffset(NaiveHall.Zone).DateTime);
        return window.Plan.Rota?.Any(span => span.From <= time && time < span.To) == true;
    }

    private static bool IsTime(NaiveHall hall, DateTimeOffset lostAt)
    {
        var since = lostAt > hall.UpSince ? lostAt : hall.UpSince;
        return hall.Now - since >= hall.Settings.AnnounceAgainAfter - hall.Settings.CoverAfter;
    }
}
