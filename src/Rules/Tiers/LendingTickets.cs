namespace Yihao.Rules;

/// <summary>
/// Home: a citizen of this hall is served by camera by a clerk of another one. The ticket stays this hall's, at a
/// booth; the helper's clerk decides, and this hall hears of it. Every message may come twice, late, or never.
/// </summary>
internal static class LendingTickets
{
    public static Decision Lend(Hall hall, LendTicket ask, DateTimeOffset now)
    {
        if (hall.Settled.Knows(ask.Loan))
            return Decision.No(Refusal.LoanOver);
        if (BoothOf(hall, ask.Loan) is not null)
            return Decision.Nothing.Due;
        if (hall.WindowsById.Values.Find(w => w is { IsBooth: true, Staffing: Staffing.Closed, InHand: null }) is not
            { } booth)
            return Decision.No(Refusal.BoothsTaken);
        var groups = Starving(hall, ask.Kins);
        if (Dispatch.Choose(hall, booth, groups, now) is not { Ticket: { } ticket } choice)
            return Decision.Nobody.Waiting;
        return Decision.Of(
            new BoothTaken(booth.Id, ask.Loan, ask.Helper, ask.HelperWindow, ask.Clerk),
            new TicketCalled(ticket.Key, booth.Id, ask.Clerk, choice.Rule, null));
    }

    public static Decision Hear(Hall hall, HearOfLoan told)
    {
        if (BoothOf(hall, told.Loan) is not { } booth)
        {
            if (hall.Settled.Knows(told.Loan))
                return told.Status.End is null ? Decision.No(Refusal.LoanOver) : Decision.Nothing.Due;
            // It was given up before it was lent: a late request for it finds this.
            return Decision.Of(new LoanRefused(told.Loan));
        }

        List<HallEvent> events = [.. Progress(booth, told.Status)];
        if (told.Status.End is { } end)
            events.AddRange(Ended(booth, told, end));
        return events.Count == 0 ? Decision.Nothing.Due : new Decision.Accept(events);
    }

    /// <summary>A supervisor wants the ticket back, because the helper does not answer.</summary>
    public static IReadOnlyList<HallEvent> TakeBack(Window booth, string reason) =>
    [
        new TicketReleased(booth.InHand!.Key, booth.Id, ReleaseCause.TakenAway, null, reason),
        new BoothFreed(booth.Id, ((Staffing.Remote)booth.Staffing).Loan),
    ];

    /// <summary>The booth of a loan, as long as it goes on.</summary>
    public static Window? BoothOf(Hall hall, string loan)
    {
        foreach (var window in hall.WindowsById.Values)
        {
            if (window.Staffing is Staffing.Remote remote && remote.Loan == loan)
                return window;
        }

        return null;
    }

    private static IEnumerable<HallEvent> Progress(Window booth, LoanStatus status)
    {
        var ticket = booth.InHand!;
        if (ticket.Phase is not TicketPhase.Called called)
            yield break;
        if (status.Calls > called.Calls && !status.Started && status.End is null)
            yield return new TicketRecalled(ticket.Key, booth.Id);
        if (status.Started || status.End == LoanEnd.Finished)
            yield return new TicketStarted(ticket.Key, booth.Id, false);
    }

    private static IEnumerable<HallEvent> Ended(Window booth, HearOfLoan told, LoanEnd end)
    {
        var ticket = booth.InHand!.Key;
        yield return end switch
        {
            LoanEnd.Finished => new TicketFinished(ticket, booth.Id, booth.Staffing.AtIt!, told.Status.Outcome),
            LoanEnd.NoShow => new TicketNoShow(ticket, booth.Id),
            LoanEnd.Returned => new TicketReleased(ticket, booth.Id, ReleaseCause.ByClerk),
            _ => throw new ArgumentOutOfRangeException(nameof(end), end, "unknown end"),
        };
        yield return new BoothFreed(booth.Id, told.Loan);
    }

    private static int[] Starving(Hall hall, IReadOnlyList<string>? kins)
    {
        var matters = hall.Lines.Matters;
        return
        [
            .. hall.OverflowByMatter.Keys
                .Where(m => matters.IsSample(m) && matters.PlanOf(m).Kin is { } kin && kins?.Contains(kin) != false)
                .Select(matters.GroupOf),
        ];
    }
}
