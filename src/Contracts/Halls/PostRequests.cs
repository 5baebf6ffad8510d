namespace Yihao.Contracts;

/// <summary>A deputy without a window comes or goes.</summary>
/// <param name="Caller">Scope of the request id.</param>
/// <param name="Present">False: goes.</param>
[GenerateSerializer, Immutable, Alias("yihao.StandbyRequest")]
public sealed record StandbyRequest(
    [property: Id(0)] string RequestId,
    [property: Id(1)] string Caller,
    [property: Id(2)] string Clerk,
    [property: Id(3)] bool Present);

/// <param name="Standby">All deputies of the hall who are there without a window.</param>
/// <param name="Window">The window at which the clerk was seated to cover it; null while on standby.</param>
[GenerateSerializer, Immutable, Alias("yihao.StandbyView")]
public sealed record StandbyView(
    [property: Id(0)] string Clerk,
    [property: Id(1)] bool Present,
    [property: Id(2)] IReadOnlyList<string> Standby,
    [property: Id(3)] string? Window);

/// <summary>A supervisor puts a ticket back into the line whose clerk is gone.</summary>
[GenerateSerializer, Immutable, Alias("yihao.TakeAwayRequest")]
public sealed record TakeAwayRequest(
    [property: Id(0)] string RequestId,
    [property: Id(1)] string Caller,
    [property: Id(2)] string Ticket,
    [property: Id(3)] string Reason);
