namespace Yihao.Rules;

/// <summary>
/// The one door to the rules: says what a command does to a hall now, and changes nothing. The same hall, command and
/// time always give the same decision.
/// </summary>
public static class Decide
{
    /// <param name="request">Who asks, so that a repetition is recognised; null for what the hall tells itself.</param>
    /// <param name="now">Never before <see cref="Hall.LastAt"/>: see <see cref="TimeIn"/>.</param>
    public static Decision On(Hall hall, HallCommand command, Request? request, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(hall);
        if (request is { } asked && hall.Accepted.Find(asked.Key) is { } before)
        {
            return before.Body == asked.Body
                ? new Decision.Repeat(before.Outcome)
                : Decision.No(Refusal.RequestIdReused);
        }

        return command switch
        {
            TakeNumber take => TakingNumbers.Decide(hall, take),
            CancelTicket cancel => CancellingTickets.Decide(hall, cancel),
            ReturnTicket back => ReturningTickets.Decide(hall, back, now),
            PassTime => PassingTime.Decide(hall, now),
            ResumeHall => Decision.Of(new HallResumed()),
            PlanHall plan => Decision.Of(new HallPlanned(plan.Plan)),
            WindowCommand window => AtWindow(hall, window, now),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "unknown command"),
        };
    }

    /// <summary>
    /// The time a hall takes it to be: that of the clock, cut to microseconds, and never before the last event.
    /// </summary>
    public static DateTimeOffset TimeIn(Hall hall, DateTimeOffset clock)
    {
        ArgumentNullException.ThrowIfNull(hall);
        var micros = new DateTimeOffset(
            clock.UtcTicks - clock.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        return micros > hall.LastAt ? micros : hall.LastAt;
    }

    /// <summary>True when the business day is over: pass the time before anything else is decided.</summary>
    public static bool DayIsOver(Hall hall, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(hall);
        return now >= hall.DayEndsAt;
    }

    private static Decision AtWindow(Hall hall, WindowCommand command, DateTimeOffset now)
    {
        if (hall.Window(command.Window) is not { } window)
            return Decision.No(Refusal.WindowUnknown);
        return command switch
        {
            OpenWindow open => AttendingWindows.Open(hall, window, open),
            PauseWindow pause => AttendingWindows.PauseNow(window, pause),
            ResumeWindow => AttendingWindows.Resume(window),
            CloseWindow => AttendingWindows.Close(window),
            LoseClerk => AttendingWindows.Lose(window),
            CallNext next => CallingTickets.Next(hall, window, next, now),
            CallTicket byHand => CallingTickets.ByHand(hall, window, byHand),
            RecallTicket => CallingTickets.Recall(hall, window, now),
            MissTicket => CallingTickets.Miss(hall, window, now),
            ReleaseTicket => CallingTickets.Release(window),
            StartTicket => ServingTickets.Start(window),
            FinishTicket finish => ServingTickets.Finish(window, finish.Outcome),
            HoldTicket hold => HoldingTickets.Decide(hall, window, hold, now),
            TransferTicket transfer => TransferringTickets.Decide(hall, window, transfer),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "unknown command"),
        };
    }
}
