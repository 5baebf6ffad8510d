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
        _ => throw new InvalidOperationException($"the model does not know {command}"),
    };

    /// <summary>A clerk who does something is there.</summary>
    public static void Back(NaiveHall hall, NaiveWindow window)
    {
        if (window.Mode == "gone")
            Change(hall, window, WindowChange.Attended, null);
    }

    /// <summary>The hand is empty: a pause that was wished for begins.</summary>
    public static void Empty(NaiveHall hall, NaiveWindow window)
    {
        if (window.PauseWish is { } pause)
            Change(hall, window, WindowChange.Paused, pause);
    }

    private static string? Open(NaiveHall hall, NaiveWindow window, string clerk)
    {
        var isDeputy = window.Plan.PostsB.Contains(clerk);
        if (!hall.Plan.Clerks.Any(c => c.Clerk == clerk) || (window.Plan.PostA != clerk && !isDeputy))
            return "clerk-unknown";
        var left = hall.Windows.Values.Where(w => w != window && w.Clerk == clerk).ToList();
        if (left.Any(w => w.Mode == "open" || hall.InHand(w) is not null))
            return "clerk-elsewhere";
        if (window.Mode == "open" && window.Clerk != clerk)
            return "window-busy";
        foreach (var other in left)
            Close(hall, other);
        (window.Clerk, window.Post) = (clerk, window.Plan.PostA == clerk ? Post.A : Post.B);
        Change(hall, window, WindowChange.Opened, null);
        return null;
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
        Change(hall, window, WindowChange.Closed, null);
        window.Clerk = null;
        hall.SendAllBack(window);
        return null;
    }

    private static string? Lose(NaiveHall hall, NaiveWindow window)
    {
        if (window.Mode != "open")
            return "nothing";
        Change(hall, window, WindowChange.Unattended, null);
        hall.SendAllBack(window);
        if (hall.InHand(window) is not { State: TicketState.Called } ticket)
            return null;
        hall.Wait(ticket);
        hall.Say(new TicketReleased(ticket.Key, window.Id, ReleaseCause.WindowUnattended));
        return null;
    }

    private static void Change(NaiveHall hall, NaiveWindow window, WindowChange change, Pause? pause)
    {
        hall.Say(new WindowChanged(window.Id, change, window.Clerk!, window.Post, pause));
        window.PauseWish = change == WindowChange.PauseWished ? pause : null;
        window.Mode = change switch
        {
            WindowChange.Paused => "paused",
            WindowChange.Closed => "closed",
            WindowChange.Unattended => "gone",
            _ => "open",
        };
    }
}
