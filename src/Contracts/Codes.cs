namespace Yihao.Contracts;

/// <summary>Refusal codes that the doors give by themselves; the halls' own are in their answers. Stable.</summary>
public static class Codes
{
    public const string HallUnknown = "hall-unknown";
    public const string TicketUnknown = "ticket-unknown";
    public const string RequestInvalid = "request-invalid";
    public const string TooManyRequests = "too-many-requests";
    public const string NotAllowed = "not-allowed";
    public const string TryAgain = "try-again";
}
