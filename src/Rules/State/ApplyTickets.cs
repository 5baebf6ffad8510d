namespace Yihao.Rules;

/// <summary>Events that are about a ticket.</summary>
internal static class ApplyTickets
{
    public static void Apply(Hall hall, TicketEvent happened, DateTimeOffset at)
    {
        if (happened is NumberTaken taken)
        {
            Take(hall, taken, at);
            return;
        }

        if (happened is GuestCame came)
        {
            ApplyTiers.Come(hall, came, at);
            return;
        }

        var ticket = hall.TicketsByKey[happened.Ticket];
        var before = ticket.Phase;
        if (before is TicketPhase.Waiting)
            hall.Lines.Leave(ticket);
        hall.Held.Remove(ticket);
        hall.MovingTickets.Remove(ticket);
        LeaveHand(hall, ticket, at);
        ticket.Phase = After(ticket, happened, at);
        switch (happened)
        {
            case TicketCalled called:
                Call(hall, ticket, called, at);
                break;
            case TicketOffered offered:
                hall.WindowsById[offered.Window].Offer = ticket;
                break;
            case OfferEnded ended:
                EndOffer(hall, ended, at);
                break;
            case TicketReleased { SentTo: { } sentTo }:
                ticket.SentTo = sentTo;
                break;
            case MoveBegun { StepDone: true }:
                Measure(hall, ticket, before, at);
                ticket.StepsDone++;
                break;
            case TicketMoved moved:
                hall.Settled.Add(moved.Move, at);
                break;
            case TicketFinished:
                Measure(hall, ticket, before, at);
                ticket.StepsDone++;
                break;
            case TicketReturned returned:
                Return(ticket, returned);
                break;
            case TicketTransferred transferred:
                Transfer(hall, ticket, before, transferred, at);
                break;
        }

        Settle(hall, ticket, happened, at);
    }

    private static void Take(Hall hall, NumberTaken taken, DateTimeOffset at)
    {
        var ticket = new Ticket(taken.Ticket, taken.Class, taken.Reason, taken.Matter, at, taken.HeadStart)
        {
            Estimate = taken.Estimate,
        };
        hall.TicketsByKey.Add(ticket.Key, ticket);
        hall.LastNumbers[ticket.Key.Prefix] = ticket.Key.Number;
        hall.Lines.Join(ticket);
    }

    private static TicketPhase After(Ticket ticket, TicketEvent happened, DateTimeOffset at) => happened switch
    {
        TicketCalled called => new TicketPhase.Called(called.Window, at, at, 1),
        TicketRecalled => CallOf(ticket) with { LastAt = at, Calls = CallOf(ticket).Calls + 1 },
        TicketStarted started => new TicketPhase.Serving(started.Window, at, CallOf(ticket), started.Inferred),
        TicketFinished finished => new TicketPhase.Done(finished.Window, at),
        TicketNoShow noShow => new TicketPhase.NoShow(noShow.Window, at),
        TicketHeld held => new TicketPhase.Held(held.Until),
        TicketCancelled => new TicketPhase.Cancelled(),
        TicketExpired => new TicketPhase.Expired(),
        TicketOffered offered => new TicketPhase.Offered(offered.Window, at, offered.Until, offered.Rule),
        MoveBegun begun => new TicketPhase.Moving(begun.Move, begun.To, begun.Matter),
        TicketMoved moved => new TicketPhase.Moved(moved.To),
        TicketReturned or TicketReleased or TicketTransferred or OfferEnded or MoveFailed => TicketPhase.Waiting.Here,
        _ => throw new InvalidOperationException($"unknown event {happened.GetType().Name}"),
    };

    private static TicketPhase.Called CallOf(Ticket ticket) => ticket.Phase switch
    {
        TicketPhase.Called called => called,
        TicketPhase.Serving serving => serving.Call,
        _ => throw new InvalidOperationException($"{ticket.Key.Shown} is {ticket.State}, not called"),
    };

    private static void LeaveHand(Hall hall, Ticket ticket, DateTimeOffset at)
    {
        if (ticket.Phase is TicketPhase.Offered offered)
            hall.WindowsById[offered.Window].Offer = null;
        if (ticket.Phase is not (TicketPhase.Called or TicketPhase.Serving))
            return;
        var window = hall.WindowsById[ticket.Phase.AtWindow!];
        (window.InHand, window.FreeSince, window.IdleNoticed) = (null, at, false);
        if (window.Rest > TimeSpan.Zero)
            window.OfferFrom = at + window.Rest;
    }

    /// <summary>Who has let an offer go is asked again after as long as an offer stands.</summary>
    private static void EndOffer(Hall hall, OfferEnded ended, DateTimeOffset at)
    {
        var window = hall.WindowsById[ended.Window];
        if (ended.Cause == OfferEnd.Withdrawn)
            return;
        window.OfferFrom = at + hall.Settings.OfferTimeout;
        if (ended.Cause == OfferEnd.Declined)
            window.Declined++;
        else
            window.Lapsed++;
    }

    private static void Call(Hall hall, Ticket ticket, TicketCalled called, DateTimeOffset at)
    {
        var window = hall.WindowsById[called.Window];
        if (ticket.Estimate is { } told && !ticket.Has(called.Kind))
            hall.EstimateErrors = hall.EstimateErrors.With(told, at - ticket.Arrival);
        window.OwnCalls = ticket.Loan is null ? window.OwnCalls + 1 : 0;
        if (called.Rule is CallRule.ByHand or CallRule.CalledAgain or CallRule.Remote)
            return;
        var counts = ticket.HasHeadStart || ticket.SentTo is not null;
        window.HeadStartsInRow = counts ? window.HeadStartsInRow + 1 : 0;
        window.TookOldest = called.Rule == CallRule.Oldest;
    }

    private static void Return(Ticket ticket, TicketReturned returned)
    {
        ticket.SentTo = returned.SentTo;
        ticket.Place = ticket.Place with { Effective = returned.Effective.UtcTicks };
        if (returned.Cause == ReturnCause.NoShow)
            ticket.Returns++;
    }

    private static void Transfer(
        Hall hall, Ticket ticket, TicketPhase before, TicketTransferred transferred, DateTimeOffset at)
    {
        if (transferred.StepDone)
        {
            Measure(hall, ticket, before, at);
            ticket.StepsDone++;
        }

        (ticket.Matter, ticket.SentTo) = (transferred.Matter, transferred.SentTo);
    }

    /// <summary>From the last call, which is when the window was taken up, to the end; not through an outage.</summary>
    private static void Measure(Hall hall, Ticket ticket, TicketPhase before, DateTimeOffset at)
    {
        if (before is TicketPhase.Serving serving && serving.Call.LastAt >= hall.UpSince)
            hall.ServiceTimes.Add(hall.Lines.Matters.PlanOf(ticket.Matter), at - serving.Call.LastAt);
    }

    /// <summary>Puts the ticket where its new state says: into a line, into a hand, on the screens.</summary>
    private static void Settle(Hall hall, Ticket ticket, TicketEvent happened, DateTimeOffset at)
    {
        if (ticket.Loan is not null)
            ApplyTiers.Follow(hall, ticket, happened);
        else if (ticket.Phase is TicketPhase.Waiting)
        {
            ticket.SentTo = hall.Reachable(ticket);
            hall.Lines.Join(ticket);
        }

        if (ticket.Phase is TicketPhase.Moving)
            hall.MovingTickets.Add(ticket);

        if (ticket.Phase is TicketPhase.Called or TicketPhase.Serving)
            hall.WindowsById[ticket.Phase.AtWindow!].InHand = ticket;
        if (happened is TicketHeld)
        {
            ticket.Holds++;
            hall.Held.Add(ticket);
        }

        // A guest on loan sits at home, and only the screens there call him.
        if (happened is TicketCalled or TicketRecalled && ticket.Loan is null)
            hall.Calls.Add(new ShownCall(hall.Seq, at, happened.Kind, ticket.Key, ticket.Phase.AtWindow!));
        ticket.Went(new TicketStep(at, happened.Kind, ticket.Phase.AtWindow));
    }
}
