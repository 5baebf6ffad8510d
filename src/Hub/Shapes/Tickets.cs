using Yihao.Contracts;

namespace Yihao.Hub.Shapes;

internal sealed record TakenTicket(
    string Ticket,
    string Number,
    string Hall,
    string HallName,
    string Class,
    string? Matter,
    string? MatterName,
    string State,
    int? Ahead,
    EstimateView? Estimate,
    DateTimeOffset IssuedAt,
    string Link,
    AsOf AsOf)
{
    public static TakenTicket Of(TicketTaken taken, AsOf asOf) => new(
        taken.Ticket, taken.Number, taken.Hall, taken.HallName, taken.Class, taken.Matter, taken.MatterName,
        taken.State, taken.Ahead, taken.Estimate, taken.IssuedAt, taken.Link, asOf);
}

internal sealed record ShownTicket(
    string Ticket,
    string Number,
    string Hall,
    string HallName,
    string Class,
    string? Matter,
    string? MatterName,
    string State,
    string? Window,
    int? Ahead,
    EstimateView? Estimate,
    WhyView? Why,
    DateTimeOffset IssuedAt,
    AsOf AsOf,
    IReadOnlyList<StepView> History)
{
    /// <summary>The hall that has it now; null when it never left.</summary>
    public string? MovedTo { get; init; }

    public string? MovedToName { get; init; }

    /// <summary>The hall that gave it out, where another one answers; null at home.</summary>
    public string? Home { get; init; }

    public static ShownTicket Of(TicketView ticket, AsOf asOf) => new(
        ticket.Ticket, ticket.Number, ticket.Hall, ticket.HallName, ticket.Class, ticket.Matter, ticket.MatterName,
        ticket.State, ticket.Window, ticket.Ahead, ticket.Estimate, ticket.Why, ticket.IssuedAt, asOf, ticket.History)
    {
        MovedTo = ticket.MovedTo,
        MovedToName = ticket.MovedToName,
        Home = ticket.Home,
    };
}
