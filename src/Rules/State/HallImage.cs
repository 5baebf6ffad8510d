namespace Yihao.Rules;

/// <summary>
/// A hall's whole state as plain values: what a snapshot stores. A hall made from it behaves as the original. Nothing
/// in it changes when the hall goes on, so that it may be read by another thread.
/// </summary>
public sealed record HallImage(
    HallPlan Plan,
    DateOnly Day,
    long Seq,
    DateTimeOffset LastAt,
    DateTimeOffset UpSince,
    bool OverCap,
    IReadOnlyDictionary<string, int> LastNumbers,
    IReadOnlyList<TicketImage> Tickets,
    IReadOnlyList<WindowImage> Windows,
    IReadOnlyList<RequestImage> Accepted,
    IReadOnlyDictionary<string, Measured> ServiceTimes,
    IReadOnlyList<ShownCall> Calls,
    IReadOnlyList<string>? Standby = null,
    IReadOnlyList<Loan>? Loans = null,
    IReadOnlyList<SettledId>? Settled = null,
    IReadOnlyDictionary<string, OverflowCause>? Overflow = null,
    EstimateErrors? EstimateErrors = null)
{
    public static HallImage Of(Hall hall)
    {
        ArgumentNullException.ThrowIfNull(hall);
        return new(
            hall.Plan,
            hall.Day,
            hall.Seq,
            hall.LastAt,
            hall.UpSince,
            hall.OverCap,
            hall.LastNumbers.ToDictionary(n => n.Key.ToString(), n => n.Value),
            [.. hall.TicketsByKey.Values.Select(TicketImage.Of)],
            [.. hall.WindowsById.Values.Select(WindowImage.Of)],
            [.. hall.Accepted.InOrder().Select(a => new RequestImage(a.Request, a.At, a.Outcome))],
            hall.ServiceTimes.ByMatter.ToDictionary(m => m.Key, m => m.Value),
            [.. hall.Calls.NewestFirst],
            [.. hall.StandbyClerks],
            [.. hall.Loans],
            [.. hall.Settled.InOrder],
            hall.OverflowByMatter.ToDictionary(o => o.Key, o => o.Value),
            hall.EstimateErrors);
    }

    public Hall Restore()
    {
        var hall = new Hall(Plan)
        {
            Day = Day,
            Seq = Seq,
            LastAt = LastAt,
            UpSince = UpSince,
            OverCap = OverCap,
            EstimateErrors = EstimateErrors.GetValueOrDefault(),
        };
        hall.DayEndsAt = Day == DateOnly.MinValue ? DateTimeOffset.MinValue : hall.Clock.EndOf(Day);
        foreach (var (prefix, number) in LastNumbers)
            hall.LastNumbers[prefix[0]] = number;
        foreach (var image in Tickets)
            Put(hall, image.Restore());
        foreach (var image in Windows)
            Put(hall, image);
        ApplyWindows.SetAllGroups(hall);
        PutTiers(hall);
        foreach (var accepted in Accepted)
            hall.Accepted.Add(accepted.Request, accepted.At, accepted.Outcome);
        foreach (var (matter, measured) in ServiceTimes)
            hall.ServiceTimes.Restore(matter, measured);
        foreach (var call in Calls.Reverse())
            hall.Calls.Add(call);
        return hall;
    }

    private void PutTiers(Hall hall)
    {
        hall.StandbyClerks.AddRange(Standby ?? []);
        foreach (var loan in Loans ?? [])
            hall.LoansById.Add(loan.Id, loan);
        foreach (var settled in Settled ?? [])
            hall.Settled.Add(settled.Id, settled.At);
        foreach (var (matter, cause) in Overflow ?? new Dictionary<string, OverflowCause>())
            hall.OverflowByMatter.Add(matter, cause);
    }

    private static void Put(Hall hall, Ticket ticket)
    {
        hall.TicketsByKey.Add(ticket.Key, ticket);
        if (ticket.Phase is TicketPhase.Waiting)
            hall.Lines.Join(ticket);
        if (ticket.Phase is TicketPhase.Held)
            hall.Held.Add(ticket);
        if (ticket.Phase is TicketPhase.Moving)
            hall.MovingTickets.Add(ticket);
    }

    private static void Put(Hall hall, WindowImage image)
    {
        hall.WindowsById.Add(new Window(image.Plan, image.IsBooth)
        {
            Staffing = image.Staffing,
            InHand = image.InHand is { } key ? hall.TicketsByKey[key] : null,
            HeadStartsInRow = image.HeadStartsInRow,
            TookOldest = image.TookOldest,
            Offer = image.Offer is { } offer ? hall.TicketsByKey[offer] : null,
            CoveredBy = image.CoveredBy,
            Rerouted = image.Rerouted ?? Rerouting.None,
            LeftAt = image.LeftAt,
            FromStandby = image.FromStandby,
            FreeSince = image.FreeSince,
            OfferFrom = image.OfferFrom,
            Rest = image.Rest,
            Declined = image.Declined,
            Lapsed = image.Lapsed,
            IsSilent = image.IsSilent,
            IdleNoticed = image.IdleNoticed,
            Asking = image.Asking,
            OwnCalls = image.OwnCalls,
        });
    }
}

public sealed record TicketImage(
    TicketKey Key,
    TicketClass Class,
    string? Reason,
    string Matter,
    DateTimeOffset Arrival,
    TimeSpan HeadStart,
    DateTimeOffset Effective,
    string? SentTo,
    TicketPhase Phase,
    int Holds,
    int Returns,
    int StepsDone,
    IReadOnlyList<TicketStep> Steps,
    string? Loan = null,
    WaitEstimate? Estimate = null)
{
    public static TicketImage Of(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return new(ticket.Key, ticket.Class, ticket.Reason, ticket.Matter, ticket.Arrival, ticket.HeadStart,
            ticket.Place.EffectiveAt, ticket.SentTo, ticket.Phase, ticket.Holds, ticket.Returns, ticket.StepsDone,
            [.. ticket.Steps], ticket.Loan, ticket.Estimate);
    }

    internal Ticket Restore()
    {
        var ticket = new Ticket(Key, Class, Reason, Matter, Arrival, HeadStart)
        {
            Place = Place.Of(Effective, Arrival, Key),
            SentTo = SentTo,
            Phase = Phase,
            Holds = Holds,
            Returns = Returns,
            StepsDone = StepsDone,
            Loan = Loan,
            Estimate = Estimate,
        };
        foreach (var step in Steps)
            ticket.Went(step);
        return ticket;
    }
}

public sealed record RequestImage(Request Request, DateTimeOffset At, Outcome Outcome);
