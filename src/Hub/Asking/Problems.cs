using System.Collections.Frozen;
using Yihao.Contracts;

namespace Yihao.Hub.Asking;

/// <summary>
/// From codes to statuses. 400 the request cannot be read; 404 something it names is not there; 409 the hall's state is
/// against it now; 422 it can never succeed as it stands; 429 and 503 ask again, with the same request id.
/// </summary>
internal static class Problems
{
    private const int RetryAfterSeconds = 1;

    private static readonly FrozenDictionary<string, (int Status, string Title)> Known =
        new Dictionary<string, (int, string)>
        {
            [Codes.RequestInvalid] = (400, "The request cannot be understood."),
            [Codes.NotAllowed] = (403, "This is not allowed."),
            [Codes.HallUnknown] = (404, "There is no such hall."),
            ["window-unknown"] = (404, "The hall has no such window."),
            ["clerk-unknown"] = (404, "No such clerk has a post at this window."),
            ["matter-unknown"] = (404, "The hall does not know this matter."),
            [Codes.TicketUnknown] = (404, "There is no such ticket."),
            ["hall-closed"] = (409, "The hall gives out no numbers now."),
            ["window-not-open"] = (409, "The window is not open."),
            ["window-busy"] = (409, "The window has a ticket in hand, or another clerk."),
            ["window-paused"] = (409, "The window is paused."),
            ["clerk-elsewhere"] = (409, "The clerk is at another window."),
            ["matter-not-served-here"] = (409, "No window that is meant serves this matter."),
            ["ticket-not-called"] = (409, "The window has no ticket that was called."),
            ["ticket-not-waiting"] = (409, "The ticket does not wait."),
            ["ticket-not-gone"] = (409, "The ticket is neither held nor missed."),
            ["ticket-already-finished"] = (409, "The ticket is finished."),
            ["recall-too-soon"] = (409, "The last call was a moment ago."),
            ["no-show-too-soon"] = (409, "The citizen must be called more often, or longer, first."),
            ["hold-limit"] = (409, "The ticket was held as often as it may be."),
            ["return-limit"] = (409, "The ticket came back as often as it may: a new number is needed."),
            ["ticket-not-offered"] = (409, "Nothing is offered to this window."),
            ["pull-not-allowed"] = (409, "In this hall tickets are offered; nobody calls for himself."),
            ["ticket-of-another-hall"] = (409, "The ticket is another hall's: finish it, miss it or let it go."),
            ["booths-taken"] = (409, "No booth of the hall is free."),
            ["loan-over"] = (409, "The other hall has the ticket back."),
            ["reason-missing"] = (422, "A reason is needed."),
            ["request-id-reused"] = (422, "The request id was used for another request."),
            [Codes.TooManyRequests] = (429, "Too many requests from this address."),
            [Codes.TryAgain] = (503, "The outcome is not known. Repeat with the same request id."),
        }.ToFrozenDictionary();

    public static Problem Of(string code, string? detail = null)
    {
        // A refusal that a newer hall knows and this door does not: its state is against it.
        var (status, title) = Known.TryGetValue(code, out var known) ? known : (409, "The hall refuses this.");
        return new($"urn:yihao:{code}", title, status, detail ?? title, code)
        {
            RetryAfterSeconds = status is 429 or 503 ? RetryAfterSeconds : null,
        };
    }

    public static Problem Of<T>(Refused<T> refused) => Of(refused.Code) with
    {
        From = refused.From,
        AsOf = refused.AsOf.Ledger.Length > 0 ? refused.AsOf : null,
    };

    /// <param name="field">Name of the field; null for the request as a whole.</param>
    public static Problem Invalid(string? field, string detail, int status = 400) =>
        Of(Codes.RequestInvalid, detail) with { Field = field, Status = status };
}
