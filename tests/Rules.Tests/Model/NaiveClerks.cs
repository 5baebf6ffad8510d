namespace Yihao.Rules.Tests.Model;

/// <summary>What clerks do at their windows.</summary>
internal static class NaiveClerks
{
    public static string? Do(NaiveHall hall, NaiveWindow window, WindowCommand command) => command switch
    {
        OpenWindow open => Open(hall, window, open.Clerk),
        PauseWindow pause => Pause(hall, window, pause.Pause),
        ResumeWindow => Resume(hall, window),
        CloseWindow => Close(hall, window),
        LoseClerk => Lose(hall, window),
        CallNext next => NaiveCalls.Next(hall, window, next.FinishCurrent),
        CallTicket call => NaiveCalls.ByHand(hall, window, call),
        RecallTicket => NaiveCalls.Recall(hall, window),
        MissTicket => NaiveCalls.Miss(hall, window),
        ReleaseTicket => NaiveCalls.Release(hall, window),
        StartTicket => NaiveCalls.Start(hall, window),
        FinishTicket finish => NaiveCalls.Finish(hall, window, finish.Outcome),
        HoldTicket hold => NaiveMoves.Hold(hall, window, hold.Ticket),
        TransferTicket transfer => NaiveMoves.Transfer(hall, window, transfer),
        AcceptOffer => NaiveOffers.Accept(hall, window),
        DeclineOffer decline => NaiveOffers.Decline(hall, window, decline.Reason),
        MissSigns => NaiveOffers.MissSigns(hall, window),
        HearSigns => NaiveOffers.HearSigns(hall, window),
        SetRest rest => NaiveOffers.SetRest(hall, window, rest.Rest),
        _ => throw new InvalidOperationException($"the model does not know {command}"),
    };

    /// <summary>A clerk who does something is there.</summary>
    public static void Back(NaiveHall hall, NaiveWindow window)
    {
        if (window.Mode == "gone")
            Change(hall, window, WindowChange.Attended, null);
    }

    /// <summary>The hand is empty: the first clerk who waits sits down, or the pause wished for begins.</summary>
    public static void Empty(NaiveHall hall, NaiveWindow window)
    {
        Freed(hall, window);
        if (window.Returning is { } first)
            Change(hall, window, WindowChange.Opened, null, first);
        else if (window.PauseWish is { } pause)
            Change(hall, window, WindowChange.Paused, pause);
    }

    public static void Freed(NaiveHall hall, NaiveWindow window)
    {
        (window.FreeSince, window.IdleNoticed) = (hall.Now, false);
        if (window.Rest > TimeSpan.Zero)
            window.OfferFrom = hall.Now + window.Rest;
    }

    private static string? Open(NaiveHall hall, NaiveWindow window, string clerk)
    {
        var isDeputy = window.Plan.PostsB.Contains(clerk);
        if (!hall.Plan.Clerks.Any(c => c.Clerk == clerk) || (window.Plan.PostA != clerk && !isDeputy))
            return "clerk-unknown";
        var left = hall.Windows.Values.Where(w => w != window && (w.Clerk == clerk || w.Returning == clerk)).ToList();
        if (left.Any(w => w.Mode == "open" || hall.InHand(w) is not null))
            return "clerk-elsewhere";
        var takesBack = window.Mode == "open" && window.Clerk != clerk;
        if (takesBack && (window.Plan.PostA != clerk || window.Post == Post.A))
            return "window-busy";
        LeaveOthers(hall, window, clerk);
        if (takesBack && hall.InHand(window) is not null)
        {
            hall.Say(new WindowChanged(window.Id, WindowChange.ReturnWished, clerk, Post.A, null));
            (window.Returning, window.Silent) = (clerk, false);
            return null;
        }

        if (takesBack)
            NaiveOffers.Withdraw(hall, window);
        Change(hall, window, WindowChange.Opened, null, clerk);
        return null;
    }

    public static void LeaveOthers(NaiveHall hall, NaiveWindow window, string clerk)
    {
        foreach (var other in hall.InOrder.Where(w => w != window && w.Mode != "closed" && w.Clerk == clerk).ToList())
            Close(hall, other);
    }

    private static string? Pause(NaiveHall hall, NaiveWindow window, Pause pause)
    {
        if (pause.Reason.Length == 0)
            return "reason-missing";
        if (window.Mode == "closed")
            return "window-not-open";
        if (window.Mode == "paused")
            return "window-paused";
        var wish = hall.InHand(window) is not null;
        NaiveOffers.Withdraw(hall, window);
        Change(hall, window, wish ? WindowChange.PauseWished : WindowChange.Paused, pause);
        return null;
    }

    private static string? Resume(NaiveHall hall, NaiveWindow window)
    {
        if (window.Mode == "closed")
            return "window-not-open";
        Change(hall, window, WindowChange.Resumed, null);
        return null;
    }

    private static string? Close(NaiveHall hall, NaiveWindow window)
    {
        if (window.Mode == "closed")
            return "window-not-open";
        if (hall.InHand(window) is not null)
            return "window-busy";
        NaiveOffers.Withdraw(hall, window);
        Change(hall, window, WindowChange.Closed, null);
        window.Clerk = null;
        hall.SendAllBack(window);
        return null;
    }

    private static string? Lose(NaiveHall hall, NaiveWindow window)
    {
        if (window.Mode != "open")
            return "nothing";
        NaiveOffers.Withdraw(hall, window);
        var stays = hall.InHand(window) is not { State: TicketState.Called } called
            || NaivePosts.WillCallAgain(hall, window, called);
        Change(hall, window, WindowChange.Unattended, null);
        hall.SendAllBack(window);
        if (stays)
            return null;
        var ticket = hall.InHand(window)!;
        hall.Wait(ticket);
        hall.Say(new TicketReleased(ticket.Key, window.Id, ReleaseCause.WindowUnattended));
        Freed(hall, window);
        return null;
    }

    public static void Change(
        NaiveHall hall, NaiveWindow window, WindowChange change, Pause? pause, string? clerk = null)
    {
        var (wasOpen, before) = (window.Mode == "open", window.Clerk);
        if (clerk is not null)
            (window.Clerk, window.Post) = (clerk, window.Plan.PostA == clerk ? Post.A : Post.B);
        hall.Say(new WindowChanged(window.Id, change, window.Clerk!, window.Post, pause));
        window.Silent = change == WindowChange.Silent;
        if (change is WindowChange.Silent or WindowChange.Heard)
            return;
        window.Mode = change switch
        {
            WindowChange.Paused => "paused",
            WindowChange.Closed => "closed",
            WindowChange.Unattended => "gone",
            _ => "open",
        };
        window.PauseWish = change == WindowChange.PauseWished ? pause : null;
        if (window.Mode != "open" || before != window.Clerk)
            window.Returning = null;
        (window.Left, window.LostAt) = (window.Mode == "closed", hall.Now);
        if (window.FromStandbyAt is not null && (before != window.Clerk || window.Mode == "closed"))
        {
            window.FromStandbyAt = null;
            if (wasOpen && window.Mode == "open" && !hall.Standby.Contains(before!))
                hall.Standby.Add(before!);
        }

        if (window.Mode == "open" && (!wasOpen || before != window.Clerk))
            SitDown(hall, window);
    }

    public static void SitDown(NaiveHall hall, NaiveWindow window)
    {
        (window.FreeSince, window.IdleNoticed, window.Silent, window.Left) = (hall.Now, false, false, false);
        if (window.FromStandbyAt is not null)
            window.FromStandbyAt = hall.Now;
        hall.Standby.Remove(window.Clerk!);
    }
}
