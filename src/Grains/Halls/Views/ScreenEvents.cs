using Yihao.Contracts;
using Yihao.Rules;

namespace Yihao.Grains.Halls.Views;

/// <summary>
/// Events as screens see them. Made from the event alone, so that a replay after a restart shows the same; only the
/// class of a ticket is looked up, and is left out once the ticket is gone with its day.
/// </summary>
internal sealed class ScreenEvents(Func<string?, string?> nameOf)
{
    /// <summary>Null for what is not for screens.</summary>
    public ScreenEvent? Of(Hall hall, long seq, Recorded recorded)
    {
        var at = hall.Clock.Local(recorded.At);
        return recorded.Event switch
        {
            TicketEvent ticket => OfTicket(hall, seq, at, ticket),
            WindowChanged changed => new(seq, at, changed.Kind, null, null, null, null, changed.Window,
                Wire.Of(changed.Change), changed.Pause?.Reason, null, null, null),
            WindowCovered or WindowUncovered or BoothTaken or BoothFreed => OfPlace(seq, at, recorded.Event),
            NoticeGiven { Notice: NoticeKind.WindowIdle } => null,
            NoticeGiven given => OfNotice(seq, at, given),
            DayOpened opened => new(seq, at, opened.Kind, null, null, null, null, null, null, null, null, null, null),
            _ => null,
        };
    }

    public static NoticeView OverCap(DateTimeOffset at) => new(
        "waitOverCap", at, "等候时间较长，请您耐心等待。", "Waiting takes longer than usual. Thank you for your patience.");

    /// <summary>Who stands in where: numbers go to another window, or a booth is in use.</summary>
    private ScreenEvent OfPlace(long seq, DateTimeOffset at, HallEvent happened)
    {
        var (by, cause, windowState) = happened switch
        {
            // A deputy from standby sits down there.
            WindowCovered covered => (covered.By, HallCatalogue.Camel(covered.Cause.ToString()),
                covered.By == covered.Window ? "ready" : null),
            WindowUncovered uncovered => (uncovered.By, HallCatalogue.Camel(uncovered.Cause.ToString()), null),
            BoothTaken taken => (null, nameOf(taken.Helper), "ready"),
            BoothFreed => (null, null, "closed"),
            _ => ((string?)null, (string?)null, (string?)null),
        };
        return new(
            seq, at, happened.Kind, null, null, null, null, happened.AtWindow, windowState, null, null, null, null)
        {
            By = by,
            Cause = cause,
        };
    }

    private ScreenEvent OfTicket(Hall hall, long seq, DateTimeOffset at, TicketEvent happened)
    {
        var (state, window, windowState) = happened switch
        {
            NumberTaken => ("waiting", null, null),
            TicketCalled called => ("called", called.Window, "calling"),
            TicketRecalled recalled => ("called", recalled.Window, "calling"),
            TicketStarted started => ("serving", started.Window, "serving"),
            TicketFinished finished => ("done", finished.Window, "ready"),
            TicketNoShow noShow => ("noShow", noShow.Window, "ready"),
            TicketReleased released => ("waiting", released.Window, After(released.Cause)),
            TicketHeld held => ("held", held.Window, held.Window is null ? null : "ready"),
            TicketTransferred moved => ("waiting", moved.Window, moved.Window is null ? null : "ready"),
            TicketReturned or GuestCame or MoveFailed => ("waiting", null, null),
            TicketOffered offered => ("offered", offered.Window, "offered"),
            OfferEnded ended => ("waiting", ended.Window, "ready"),
            MoveBegun begun => ("elsewhere", begun.Window, begun.Window is null ? null : "ready"),
            TicketMoved => ("elsewhere", null, null),
            TicketCancelled => ("cancelled", null, null),
            TicketExpired => ("expired", (string?)null, (string?)null),
            _ => throw new InvalidOperationException($"unknown event {happened.GetType().Name}"),
        };
        // Who was here on loan and was not served is at home again.
        if (happened.Ticket.Home is not null && state is "waiting" or "noShow" && hall.Ticket(happened.Ticket) is null)
            state = "elsewhere";
        var ticketClass = happened switch
        {
            NumberTaken taken => taken.Class,
            GuestCame came => came.Class,
            _ => hall.Ticket(happened.Ticket)?.Class,
        };
        return new(seq, at, happened.Kind, happened.Ticket.IdIn(hall.Plan.Hall), happened.Ticket.Shown,
            ticketClass is { } known ? Wire.Of(known) : null, state, window, windowState, null, null, null, null)
        {
            Home = nameOf(happened.Ticket.Home),
            ByCamera = happened is TicketCalled { Rule: CallRule.Remote }
                || hall.Ticket(happened.Ticket)?.Loan is not null,
        };
    }

    /// <summary>A supervisor takes a ticket from a window that has no clerk, its home from one that has.</summary>
    private static string? After(ReleaseCause cause) => cause switch
    {
        ReleaseCause.ByClerk => "ready",
        ReleaseCause.TakenAway => null,
        _ => "unattended",
    };

    private static ScreenEvent OfNotice(long seq, DateTimeOffset at, NoticeGiven given)
    {
        var over = given.Notice == NoticeKind.WaitOverCap ? OverCap(at) : null;
        return new(seq, at, given.Kind, null, null, null, null, null, null, null,
            over?.Notice ?? "waitUnderCap", over?.Zh, over?.En);
    }
}
