namespace Yihao.Contracts;

/// <summary>
/// What starves in a hall and in those it speaks for: sent at changes and every two seconds, forgotten after ten.
/// </summary>
/// <param name="FromAbove">It comes from the hall above the one that hears it.</param>
[GenerateSerializer, Immutable, Alias("yihao.StarvingReport")]
public sealed record StarvingReport(
    [property: Id(0)] string From,
    [property: Id(1)] bool FromAbove,
    [property: Id(2)] IReadOnlyList<StarvingTickets> Heads);

/// <param name="Effective">Effective arrival of the first.</param>
/// <param name="Arrival">Its arrival, as the order counts it.</param>
/// <param name="Number">The last tie-break.</param>
/// <param name="NobodyThere">Nobody at home is there for it; otherwise it has waited too long.</param>
[GenerateSerializer, Immutable, Alias("yihao.StarvingTickets")]
public sealed record StarvingTickets(
    [property: Id(0)] string Home,
    [property: Id(1)] string Kin,
    [property: Id(2)] DateTimeOffset Effective,
    [property: Id(3)] DateTimeOffset Arrival,
    [property: Id(4)] long Number,
    [property: Id(5)] bool NobodyThere,
    [property: Id(6)] int Waiting);
