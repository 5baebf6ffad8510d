namespace Yihao.Contracts;

/// <param name="Ticket">The public id: it shows, and changes nothing.</param>
/// <param name="Number">What the citizen reads, for example <c>A012</c>.</param>
/// <param name="State">The state when it was taken.</param>
/// <param name="Ahead">Tickets before it now; null when it does not wait any more.</param>
/// <param name="Link">The secret that the paper's QR carries.</param>
[GenerateSerializer, Immutable, Alias("yihao.TicketTaken")]
public sealed record TicketTaken(
    [property: Id(0)] string Ticket,
    [property: Id(1)] string Number,
    [property: Id(2)] string Hall,
    [property: Id(3)] string HallName,
    [property: Id(4)] string Class,
    [property: Id(5)] string? Matter,
    [property: Id(6)] string? MatterName,
    [property: Id(7)] string State,
    [property: Id(8)] int? Ahead,
    [property: Id(9)] EstimateView? Estimate,
    [property: Id(10)] DateTimeOffset IssuedAt,
    [property: Id(11)] string Link);

/// <summary>A wait from the median to the 90th percentile, in minutes.</summary>
[GenerateSerializer, Immutable, Alias("yihao.EstimateView")]
public sealed record EstimateView([property: Id(0)] int FromMinutes, [property: Id(1)] int ToMinutes);

/// <param name="Window">Where it is, was last, or was sent to.</param>
/// <param name="Ahead">Tickets before it; null when it does not wait.</param>
/// <param name="Why">Why it stands where it stands; null when it does not wait.</param>
[GenerateSerializer, Immutable, Alias("yihao.TicketView")]
public sealed record TicketView(
    [property: Id(0)] string Ticket,
    [property: Id(1)] string Number,
    [property: Id(2)] string Hall,
    [property: Id(3)] string HallName,
    [property: Id(4)] string Class,
    [property: Id(5)] string? Matter,
    [property: Id(6)] string? MatterName,
    [property: Id(7)] string State,
    [property: Id(8)] string? Window,
    [property: Id(9)] int? Ahead,
    [property: Id(10)] EstimateView? Estimate,
    [property: Id(11)] WhyView? Why,
    [property: Id(12)] DateTimeOffset IssuedAt,
    [property: Id(13)] IReadOnlyList<StepView> History)
{
    /// <summary>The hall that has it now; null when it never left.</summary>
    [Id(14)]
    public string? MovedTo { get; init; }

    /// <summary>Its name.</summary>
    [Id(15)]
    public string? MovedToName { get; init; }

    /// <summary>The hall that gave it out, where another one answers; null at home.</summary>
    [Id(16)]
    public string? Home { get; init; }
}

[GenerateSerializer, Immutable, Alias("yihao.WhyView")]
public sealed record WhyView([property: Id(0)] string Zh, [property: Id(1)] string En);

[GenerateSerializer, Immutable, Alias("yihao.StepView")]
public sealed record StepView(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] string Kind,
    [property: Id(2)] string? Window);

/// <summary>
/// Tickets in calling order, or held ones by the end of their hold and no-shows by the time they were missed.
/// </summary>
[GenerateSerializer, Immutable, Alias("yihao.LineView")]
public sealed record LineView([property: Id(0)] IReadOnlyList<LineTicket> Tickets);

[GenerateSerializer, Immutable, Alias("yihao.LineTicket")]
public sealed record LineTicket(
    [property: Id(0)] string Ticket,
    [property: Id(1)] string Number,
    [property: Id(2)] string Class,
    [property: Id(3)] string? Matter,
    [property: Id(4)] string? MatterName,
    [property: Id(5)] string State,
    [property: Id(6)] DateTimeOffset ArrivedAt,
    [property: Id(7)] int WaitedMinutes,
    [property: Id(8)] string? Window,
    [property: Id(9)] WhyView? Why)
{
    /// <summary>Name of the hall that gave it out, when it is another one.</summary>
    [Id(10)]
    public string? Home { get; init; }
}
