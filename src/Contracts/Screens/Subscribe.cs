namespace Yihao.Contracts;

/// <param name="Node">Name of the hub node: one subscription each.</param>
/// <param name="Ledger">The ledger the node has seen; null at first.</param>
/// <param name="After">The last seq the node has seen.</param>
[GenerateSerializer, Immutable, Alias("yihao.SubscribeRequest")]
public sealed record SubscribeRequest(
    [property: Id(0)] string Node,
    [property: Id(1)] IHallObserver Observer,
    [property: Id(2)] string? Ledger,
    [property: Id(3)] long After);

/// <summary>What a node must do to be up to date. Closed: both cases are in this file.</summary>
[GenerateSerializer, Immutable, Alias("yihao.Subscribed")]
public abstract record Subscribed
{
    private protected Subscribed() { }
}

/// <summary>Apply these events, possibly none.</summary>
[GenerateSerializer, Immutable, Alias("yihao.CaughtUp")]
public sealed record CaughtUp([property: Id(0)] HallEvents Missed) : Subscribed;

/// <summary>Too far behind, or another ledger: take the picture.</summary>
/// <param name="Skipped">Seq numbers that the node never sees; 0 for a new ledger.</param>
[GenerateSerializer, Immutable, Alias("yihao.Reset")]
public sealed record Reset([property: Id(0)] Picture Picture, [property: Id(1)] long Skipped) : Subscribed;
