using Yihao.Simulation.Clock;
using Yihao.Simulation.World;

namespace Yihao.Simulation.Play;

/// <summary>Clerks leave and come back.</summary>
internal sealed class Attendance(CountyPlay county)
{
    /// <summary>A supervisor moves a citizen whose clerk was lost in the middle of the service.</summary>
    private const long SupervisorAfter = 5 * Span.Minute;

    public void Begin(TimeAway absence)
    {
        var seat = county.SeatOf(absence.Hall, absence.Window);
        // A deputy is still at it, with the ticket from before: the clerk has not come back yet.
        if (WindowOf(seat).Staffing.AtIt != seat.Clerk)
            return;
        if (absence.Kind == AbsenceKind.Lost)
            Lose(seat, absence.To);
        else
            Pause(seat, absence);
    }

    private void Pause(Seat seat, TimeAway absence)
    {
        var pause = new Pause(absence.Kind == AbsenceKind.Lunch ? "lunch" : "visit", Span.Instant(absence.To));
        county.Act(seat.Site.Index, new PauseWindow(seat.Window, pause));
        county.Clock.At(absence.To, () => Return(seat));
    }

    private void Lose(Seat seat, long back)
    {
        var hall = seat.Site.Index;
        var settings = county.HallAt(hall).Settings;
        var gone = true;
        seat.Leave();
        After(Span.Of(settings.CoverAfter), () => county.Act(hall, new LoseClerk(seat.Window)));
        After(Span.Of(settings.AnnounceAgainAfter), () => county.Act(hall, new PassTime()));
        After(SupervisorAfter, () => Move(seat));
        county.Clock.At(back, () =>
        {
            gone = false;
            Return(seat);
        });

        void After(long span, Action happening) => county.Clock.In(span, () =>
        {
            if (gone)
                happening();
        });
    }

    private void Move(Seat seat)
    {
        var window = WindowOf(seat);
        if (window is { Staffing: Staffing.Unattended, InHand: { State: TicketState.Serving } ticket })
            county.Act(seat.Site.Index, new TakeAway(ticket.Key, "clerk lost"));
    }

    /// <summary>A deputy who sat down here gets up after the ticket in hand.</summary>
    private void Return(Seat seat)
    {
        var there = WindowOf(seat).Staffing.AtIt == seat.Clerk;
        county.Act(
            seat.Site.Index, there ? new ResumeWindow(seat.Window) : new OpenWindow(seat.Window, seat.Clerk));
        seat.Sit();
    }

    private Window WindowOf(Seat seat) => county.HallAt(seat.Site.Index).Window(seat.Window)!;
}
