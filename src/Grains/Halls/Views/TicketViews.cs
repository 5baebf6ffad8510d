using Yihao.Contracts;
using Yihao.Rules;

namespace Yihao.Grains.Halls.Views;

/// <summary>Tickets as the wire shows them, in the hall's own time zone.</summary>
internal sealed class TicketViews(HallCatalogue catalogue, LinkSigner links)
{
    private string HallId => catalogue.Definition.Hall;

    /// <param name="state">The state when the number was taken, which a repetition shows again.</param>
    public TicketTaken Taken(Hall hall, Ticket ticket, TicketState state)
    {
        var standing = ticket is { State: TicketState.Waiting, SentTo: null }
            ? Standing.OfNewcomer(hall, ticket)
            : StandingOf(hall, ticket);
        return new(
            ticket.Key.IdIn(HallId),
            ticket.Key.Shown,
            HallId,
            catalogue.Definition.Name,
            Wire.Of(ticket.Class),
            NullIfNone(ticket.Matter),
            catalogue.MatterName(ticket.Matter),
            Wire.Of(state),
            standing?.Ahead,
            EstimateOf(hall, ticket, standing),
            hall.Clock.Local(ticket.Arrival),
            links.LinkOf(ticket.Key));
    }

    /// <summary>A number of a day that is over.</summary>
    public TicketTaken TakenBefore(Hall hall, TakeNumber take, Outcome then, DateTimeOffset at)
    {
        var ticket = then.Ticket!.Value;
        return new(
            ticket.IdIn(HallId),
            ticket.Shown,
            HallId,
            catalogue.Definition.Name,
            Wire.Of(take.Class),
            NullIfNone(take.Matter),
            catalogue.MatterName(take.Matter),
            Wire.Of(then.State!.Value),
            null,
            null,
            hall.Clock.Local(at),
            links.LinkOf(ticket));
    }

    public TicketView View(Hall hall, Ticket ticket)
    {
        var standing = StandingOf(hall, ticket);
        return new(
            ticket.Key.IdIn(HallId),
            ticket.Key.Shown,
            HallId,
            catalogue.Definition.Name,
            Wire.Of(ticket.Class),
            NullIfNone(ticket.Matter),
            catalogue.MatterName(ticket.Matter),
            Wire.Of(ticket.State),
            ticket.Phase.AtWindow ?? ticket.SentTo,
            standing?.Ahead,
            EstimateOf(hall, ticket, standing),
            standing is { } known ? WhyOf(hall, ticket, known) : null,
            hall.Clock.Local(ticket.Arrival),
            [
                new StepView(hall.Clock.Local(ticket.Arrival), "taken", null),
                .. ticket.Steps.Select(s => new StepView(hall.Clock.Local(s.At), s.Kind, s.Window)),
            ])
        {
            MovedTo = ToOf(ticket),
            MovedToName = catalogue.HallName(ToOf(ticket)),
            Home = ticket.Key.Home,
        };
    }

    private static string? ToOf(Ticket ticket) => ticket.Phase switch
    {
        TicketPhase.Moving moving => moving.To,
        TicketPhase.Moved moved => moved.To,
        _ => null,
    };

    public LineTicket InLine(Hall hall, Ticket ticket, DateTimeOffset now)
    {
        var standing = StandingOf(hall, ticket);
        return new(
            ticket.Key.IdIn(HallId),
            ticket.Key.Shown,
            Wire.Of(ticket.Class),
            NullIfNone(ticket.Matter),
            catalogue.MatterName(ticket.Matter),
            Wire.Of(ticket.State),
            hall.Clock.Local(ticket.Arrival),
            (int)Math.Max(0, (now - ticket.Arrival).TotalMinutes),
            ticket.SentTo ?? ticket.Phase.AtWindow,
            standing is { } known ? WhyOf(hall, ticket, known) : null)
        {
            Home = catalogue.HallName(ticket.Key.Home),
        };
    }

    public static string? NullIfNone(string matter) => matter == MatterPlan.None ? null : matter;

    public static EstimateView? Estimate(WaitEstimate? estimate) =>
        estimate is { } known ? new(known.FromMinutes, known.ToMinutes) : null;

    private static Standing? StandingOf(Hall hall, Ticket ticket) =>
        ticket.State is TicketState.Waiting or TicketState.Offered ? Standing.Of(hall, ticket) : null;

    private static EstimateView? EstimateOf(Hall hall, Ticket ticket, Standing? standing) =>
        standing is { } known ? Estimate(WaitEstimate.Of(hall, ticket, known)) : null;

    private static WhyView WhyOf(Hall hall, Ticket ticket, Standing standing)
    {
        var why = Why.Of(hall, ticket, standing);
        return new(why.Zh, why.En);
    }
}
