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
            TakeNumber take => TakingNumbers.Decide(hall, take, now),
            CancelTicket cancel => CancellingTickets.Decide(hall, cancel),
            ReturnTicket back => ReturningTickets.Decide(hall, back, now),
            PassTime => PassingTime.Decide(hall, now),
            React => Reacting.Decide(hall, now),
            StandBy come => StandingBy.Come(hall, come),
            StandDown go => StandingBy.Go(hall, go),
            TakeAway away => TakingAway.Decide(hall, away),
            TierCommand tier => BetweenHalls(hall, tier, now),
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
        // At a booth the clerk of another hall does everything, from his own window.
        if (hall.Window(command.Window) is not { IsBooth: false } window)
            return Decision.No(Refusal.WindowUnknown);
        return command switch
        {
            OpenWindow open => AttendingWindows.Open(hall, window, open),
            PauseWindow pause => AttendingWindows.PauseNow(window, pause),
            ResumeWindow => AttendingWindows.Resume(window),
            CloseWindow => AttendingWindows.Close(window),
            LoseClerk => AttendingWindows.Lose(hall, window, now),
            MissSigns => AttendingWindows.MissSigns(hall, window),
            HearSigns => AttendingWindows.HearSigns(window),
            SetRest rest => OfferingTickets.SetRest(window, rest),
            AcceptOffer => OfferingTickets.Accept(window),
            DeclineOffer decline => OfferingTickets.Decline(window, decline),
            CallNext next => CallingTickets.Next(hall, window, next, now),
            CallTicket byHand => CallingTickets.ByHand(hall, window, byHand),
            RecallTicket => CallingTickets.Recall(hall, window, now),
            MissTicket => CallingTickets.Miss(hall, window, now),
            ReleaseTicket => CallingTickets.Release(window),
            StartTicket => ServingTickets.Start(window),
            FinishTicket finish => ServingTickets.Finish(window, finish.Outcome),
            HoldTicket hold => HoldingTickets.Decide(hall, window, hold, now),
            TransferTicket transfer => TransferringTickets.Decide(hall, window, transfer),
            SendTicket send => MovingTickets.Send(hall, window, send),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "unknown command"),
        };
    }

    private static Decision BetweenHalls(Hall hall, TierCommand command, DateTimeOffset now) => command switch
    {
        AskLoan ask => BorrowingTickets.Ask(hall, ask),
        TakeLoan take => BorrowingTickets.Take(hall, take, now),
        WithdrawLoan withdraw => BorrowingTickets.Withdraw(hall, withdraw),
        SettleLoan settle => BorrowingTickets.Settle(hall, settle),
        LendTicket lend => LendingTickets.Lend(hall, lend, now),
        HearOfLoan told => LendingTickets.Hear(hall, told),
        ReceiveTicket receive => MovingTickets.Receive(hall, receive),
        SettleMove settle => MovingTickets.Settle(hall, settle),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "unknown command"),
    };
}
