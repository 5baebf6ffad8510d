namespace Yihao.Contracts;

/// <param name="RequestId">Chosen by the caller; 1 to 64 printable characters.</param>
/// <param name="Caller">Scope of the request id: the hall's kiosk door until sign-in exists.</param>
/// <param name="Matter">Code of the matter; null when the citizen does not know.</param>
/// <param name="Class"><c>normal</c>, <c>priority</c> or <c>appointment</c>.</param>
/// <param name="Reason">Why it has priority.</param>
[GenerateSerializer, Immutable, Alias("yihao.TakeNumberRequest")]
public sealed record TakeNumberRequest(
    [property: Id(0)] string RequestId,
    [property: Id(1)] string Caller,
    [property: Id(2)] string? Matter,
    [property: Id(3)] string Class,
    [property: Id(4)] string? Reason);

/// <param name="Link">The secret link of the ticket.</param>
/// <param name="Number">The number on the paper, as the holder confirms it.</param>
[GenerateSerializer, Immutable, Alias("yihao.CancelTicketRequest")]
public sealed record CancelTicketRequest(
    [property: Id(0)] string RequestId,
    [property: Id(1)] string Link,
    [property: Id(2)] string Number);

[GenerateSerializer, Immutable, Alias("yihao.ReturnTicketRequest")]
public sealed record ReturnTicketRequest(
    [property: Id(0)] string RequestId,
    [property: Id(1)] string Caller,
    [property: Id(2)] string Ticket);
