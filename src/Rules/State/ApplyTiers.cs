namespace Yihao.Rules;

/// <summary>Events about what halls lend each other.</summary>
internal static class ApplyTiers
{
    public static void Apply(Hall hall, HallEvent happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case OverflowChanged { Cause: { } cause } opened:
                hall.OverflowByMatter[opened.Matter] = cause;
                break;
            case OverflowChanged closed:
                hall.OverflowByMatter.Remove(closed.Matter);
                break;
            case BoothTaken taken:
                hall.WindowsById[taken.Booth].Staffing =
                    new Staffing.Remote(taken.Helper, taken.HelperWindow, taken.Clerk, taken.Loan);
                break;
            case BoothFreed freed:
                hall.WindowsById[freed.Booth].Staffing = Staffing.Closed.Now;
                hall.Settled.Add(freed.Loan, at);
                break;
            case LoanRefused refused:
                hall.Settled.Add(refused.Loan, at);
                break;
            case LoanAsked asked:
                hall.LoansById.Add(asked.Loan, new Loan(asked.Loan, asked.Home, asked.Window, null, at));
                hall.WindowsById[asked.Window].Asking = asked.Loan;
                break;
            case LoanWithdrawn withdrawn:
                StopAsking(hall, withdrawn.Loan);
                hall.LoansById[withdrawn.Loan] = hall.LoansById[withdrawn.Loan] with { End = LoanEnd.Returned };
                break;
            case LoanSettled settled:
                StopAsking(hall, settled.Loan);
                hall.LoansById.Remove(settled.Loan);
                break;
            default:
                throw new InvalidOperationException($"unknown event {happened.GetType().Name}");
        }
    }

    /// <summary>A guest is here: on loan he waits for nobody, moved he stands in a line by his arrival.</summary>
    public static void Come(Hall hall, GuestCame came, DateTimeOffset at)
    {
        var ticket = new Ticket(came.Ticket, came.Class, came.Reason, came.Matter, came.Arrival, came.HeadStart)
        {
            Place = Place.Of(came.Effective, came.Arrival, came.Ticket),
            Loan = came.Loan,
        };
        if (hall.TicketsByKey.GetValueOrDefault(came.Ticket) is { } gone)
            ComeBack(hall, gone, ticket);
        hall.TicketsByKey[came.Ticket] = ticket;
        ticket.Went(new TicketStep(at, came.Kind, null));
        hall.Lines.Join(ticket);
        if (came.Move is { } move)
            hall.Settled.Add(move, at);
        if (came.Loan is not { } loan)
            return;
        StopAsking(hall, loan);
        hall.LoansById[loan] = hall.LoansById[loan] with { Ticket = came.Ticket };
    }

    /// <summary>It was here before: what happened to it then is remembered, and nobody sends it on any more.</summary>
    private static void ComeBack(Hall hall, Ticket gone, Ticket ticket)
    {
        hall.MovingTickets.Remove(gone);
        (ticket.StepsDone, ticket.Holds, ticket.Returns) = (gone.StepsDone, gone.Holds, gone.Returns);
        foreach (var step in gone.Steps)
            ticket.Went(step);
    }

    /// <summary>What happened to a guest on loan, for his home to know; when it is over he is there again.</summary>
    public static void Follow(Hall hall, Ticket ticket, TicketEvent happened)
    {
        var loan = hall.LoansById[ticket.Loan!];
        hall.LoansById[loan.Id] = happened switch
        {
            TicketCalled or TicketRecalled => loan with { Calls = loan.Calls + 1 },
            // A start that was only inferred may be taken back by a recall, which the home is to show.
            TicketStarted { Inferred: false } => loan with { Started = true },
            TicketFinished finished => loan with { End = LoanEnd.Finished, Outcome = finished.Outcome },
            TicketNoShow => loan with { End = LoanEnd.NoShow },
            TicketReleased or OfferEnded => loan with { End = LoanEnd.Returned },
            _ => loan,
        };
        if (happened is TicketNoShow or TicketReleased or OfferEnded)
            hall.TicketsByKey.Remove(ticket.Key);
    }

    private static void StopAsking(Hall hall, string loan)
    {
        if (hall.Window(hall.LoansById[loan].Window) is { } window && window.Asking == loan)
            window.Asking = null;
    }
}
