namespace Yihao.Contracts;

/// <summary>What a window is asked to take. Who it is stays hidden until the ticket is started.</summary>
/// <param name="Until">Goes to the next window after this.</param>
/// <param name="Home">The citizen's hall, when it is another one: served by camera.</param>
/// <param name="HomeName">Its name.</param>
[GenerateSerializer, Immutable, Alias("yihao.OfferView")]
public sealed record OfferView(
    [property: Id(0)] string Ticket,
    [property: Id(1)] string Number,
    [property: Id(2)] string? Matter,
    [property: Id(3)] string? MatterName,
    [property: Id(4)] string Class,
    [property: Id(5)] DateTimeOffset ArrivedAt,
    [property: Id(6)] DateTimeOffset OfferedAt,
    [property: Id(7)] DateTimeOffset Until,
    [property: Id(8)] string? Home,
    [property: Id(9)] string? HomeName);

/// <summary>A window whose line this clerk serves besides his own.</summary>
/// <param name="Cause"><c>pause</c>, <c>signOff</c> or <c>lost</c>: why its clerk is away.</param>
/// <param name="Waiting">How many wait whom that window would serve.</param>
[GenerateSerializer, Immutable, Alias("yihao.CoverView")]
public sealed record CoverView(
    [property: Id(0)] string Window,
    [property: Id(1)] string Name,
    [property: Id(2)] string? Cause,
    [property: Id(3)] int Waiting)
{
    /// <summary>No deputy is there: only matters that nobody else serves come here, by skill.</summary>
    [Id(4)]
    public bool Rerouted { get; init; }
}
