namespace Yihao.Simulation.Tests.Region;

/// <summary>What must be true over all halls after every entry of any ledger.</summary>
internal sealed class RegionBook(RegionWorld world)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> finished = new(StringComparer.Ordinal);
    private readonly HashSet<string> finishedAway = new(StringComparer.Ordinal);

    /// <summary>Kinds of events, with how often.</summary>
    public SortedDictionary<string, int> Seen { get; } = new(StringComparer.Ordinal);

    public void Enter(RegionHall hall, HallEvent happened)
    {
        Seen[happened.Kind] = Seen.GetValueOrDefault(happened.Kind) + 1;
        if (happened is NumberTaken number)
            Promise.Kept(taken.Add(number.Ticket.IdIn(hall.Id)), $"{number.Ticket} is given out twice");
        if (happened is not TicketFinished done)
            return;
        var id = done.Ticket.IdIn(hall.Id);
        if (hall.Truth!.Ticket(done.Ticket)!.Loan is not null)
        {
            finishedAway.Add(id);
            Seen["finishedByHelper"] = Seen.GetValueOrDefault("finishedByHelper") + 1;
        }
        else
        {
            finished[id] = finished.GetValueOrDefault(id) + 1;
        }

    }

    public void Check()
    {
        foreach (var hall in world.Halls.Values.Where(h => h.Truth is not null))
        {
            foreach (var ticket in hall.Truth!.Tickets.Where(t => t.Loan is not null))
                AGuestOnLoanSitsInABoothAtHome(hall, ticket);
        }

        foreach (var id in taken)
            ATicketIsInOneHall(id);
    }

    /// <summary>When everything has come to rest.</summary>
    public void CheckTheEnd()
    {
        foreach (var hall in world.Halls.Values)
        {
            var truth = hall.Truth!;
            Promise.Kept(!truth.Loans.Any(), $"{hall.Id} still has the loan {truth.Loans.FirstOrDefault()}");
            Promise.Kept(!truth.Moving.Any(), $"{hall.Id} still sends {truth.Moving.FirstOrDefault()?.Key}");
            Promise.Kept(!truth.Windows.Any(w => w is { IsBooth: true, Staffing: not Staffing.Closed }),
                $"{hall.Id} has a booth in use and nobody serves there");
        }

        foreach (var id in finishedAway)
            Promise.Kept(finished.GetValueOrDefault(id) == 1, $"{id} was finished by a helper, at home not");
        foreach (var (id, times) in finished)
            Promise.Kept(times == 1, $"{id} was finished {times} times");
    }

    private void AGuestOnLoanSitsInABoothAtHome(RegionHall helper, Ticket guest)
    {
        if (guest.Phase is not (TicketPhase.Offered or TicketPhase.Called or TicketPhase.Serving))
            return;
        var home = helper.Truth!.Loan(guest.Loan!)!.Home;
        var booth = world.Halls[home].Truth!.Windows
            .FirstOrDefault(w => w.Staffing is Staffing.Remote r && r.Loan == guest.Loan);
        Promise.Kept(
            booth?.InHand?.Key.IdIn(home) == guest.Key.IdIn(helper.Id),
            $"{helper.Id} has {guest.Key} {guest.State} on loan {guest.Loan}, in {home} it is not in a booth for it");
    }

    private void ATicketIsInOneHall(string id)
    {
        var (here, moving) = (0, 0);
        foreach (var hall in world.Halls.Values)
        {
            if (!TicketKey.TryParseIn(hall.Id, id, out var key) || hall.Truth?.Ticket(key) is not { Loan: null } ticket)
                continue;
            if (ticket.Phase is TicketPhase.Moving)
                moving++;
            else if (ticket.Phase is not TicketPhase.Moved)
                here++;
        }

        Promise.Kept(here <= 1, $"{id} is in two halls");
        Promise.Kept(here + moving >= 1, $"{id} is in no hall");
    }
}
