using Yihao.Contracts;
using Yihao.Rules;

namespace Yihao.Grains.Halls.Views;

/// <summary>
/// Events as screens see them. Made from the event alone, so that a replay after a restart shows the same; only the
/// class of a ticket is looked up, and is left out once the ticket is gone with its day.
/// </summary>
internal static class ScreenEvents
{
    /// <summary>Null for what is not for screens.</summary>
    public static ScreenEvent? Of(Hall hall, long seq, Recorded recorded)
    {
        var at = hall.Clock.Local(recorded.At);
        return recorded.Event switch
        {
            TicketEvent ticket => OfTicket(hall, seq, at, ticket),
            WindowChanged changed => new(seq, at, changed.Kind, null, null, null, null, changed.Window,
                Wire.Of(changed.Change), changed.Pause?.Reason, null, null, null),
            NoticeGiven given => OfNotice(seq, at, given),
            DayOpened opened => new(seq, at, opened.Kind, null, null, null, null, null, null, null, null, null, null),
            _ => null,
        };
    }

    public static NoticeView OverCap(DateTimeOffset at) => new(
        "waitOverCap", at, "等候时间较长，请您耐心等待。", "Waiting takes longer than usual. Thank you for your patience.");

    private static ScreenEvent OfTicket(Hall hall, long seq, DateTimeOffset at, TicketEvent happened)
    {
        var (state, window, windowState) = happened switch
        {
            NumberTaken => ("waiting", null, null),
            TicketCalled called => ("called", called.Window, "calling"),
            TicketRecalled recalled => ("called", recalled.Window, "calling"),
            TicketStarted started => ("serving", started.Window, "serving"),
            TicketFinished finished => ("done", finished.Window, "ready"),
            TicketNoShow noShow => ("noShow", noShow.Window, "ready"),
            TicketReleased released => ("waiting", released.Window,
                released.Cause == ReleaseCause.WindowUnattended ? "unattended" : "ready"),
            TicketHeld held => ("held", held.Window, held.Window is null ? null : "ready"),
            TicketTransferred moved => ("waiting", moved.Window, moved.Window is null ? null : "ready"),
            TicketReturned => ("waiting", null, null),
            TicketCancelled => ("cancelled", null, null),
            TicketExpired => ("expired", (string?)null, (string?)null),
            _ => throw new InvalidOperationException($"unknown event {happened.GetType().Name}"),
        };
        var ticketClass = happened is NumberTaken taken ? taken.Class : hall.Ticket(happened.Ticket)?.Class;
        return new(seq, at, happened.Kind, happened.Ticket.IdIn(hall.Plan.Hall), happened.Ticket.Shown,
            ticketClass is { } known ? Wire.Of(known) : null, state, window, windowState, null, null, null, null);
    }

    private static ScreenEvent OfNotice(long seq, DateTimeOffset at, NoticeGiven given)
    {
        var over = given.Notice == NoticeKind.WaitOverCap ? OverCap(at) : null;
        return new(seq, at, given.Kind, null, null, null, null, null, null, null,
            over?.Notice ?? "waitUnderCap", over?.Zh, over?.En);
    }
}
