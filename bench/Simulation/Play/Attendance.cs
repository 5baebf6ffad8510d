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
        if (absence.Kind == AbsenceKind.Lost)
            Lose(seat, absence.To);
        else
            Pause(seat, absence);
    }

    private void Pause(Seat seat, TimeAway absence)
    {
        var pause = new Pause(absence.Kind == AbsenceKind.Lunch ? "lunch" : "visit", Span.Instant(absence.To));
        county.Act(seat.Site.Index, new PauseWindow(seat.Window, pause));
        county.Clock.At(absence.To, () => county.Act(seat.Site.Index, new ResumeWindow(seat.Window)));
    }

    private void Lose(Seat seat, long back)
    {
        var hall = seat.Site.Index;
        var settings = county.HallAt(hall).Settings;
        var gone = true;
        seat.Leave();
        After(Span.Of(settings.CoverAfter), () => county.Act(hall, new LoseClerk(seat.Window)));
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
        var hall = seat.Site.Index;
        var window = county.HallAt(hall).Window(seat.Window)!;
        if (window.InHand?.State != TicketState.Serving)
            return;
        county.Act(hall, new TransferTicket(seat.Window, null, null, null, "clerk lost"));
        // The move is the supervisor's: the clerk is still away.
        county.Act(hall, new LoseClerk(seat.Window));
    }

    private void Return(Seat seat)
    {
        var window = county.HallAt(seat.Site.Index).Window(seat.Window)!;
        if (window.Staffing is Staffing.Unattended)
            county.Act(seat.Site.Index, new ResumeWindow(seat.Window));
        seat.Sit();
    }
}
