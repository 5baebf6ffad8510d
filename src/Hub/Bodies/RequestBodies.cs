namespace Yihao.Hub.Bodies;

// The bodies as the OpenAPI document shows them. They are read field by field (WindowActs, TicketCalls), because a
// serializer cannot say which field is wrong in words.

/// <param name="RequestId">Chosen by the caller, 1 to 64 printable characters: the same id is the same request.</param>
/// <param name="Matter">Code of the matter; left out when the citizen does not know.</param>
/// <param name="Class">normal (default) or priority.</param>
/// <param name="Reason">With priority only: elder, disabled, pregnant, infant or soldier.</param>
internal sealed record TakeNumberBody(string RequestId, string? Matter, string? Class, string? Reason);

/// <param name="Number">The number on the paper, confirmed by its holder.</param>
internal sealed record CancelBody(string RequestId, string Number);

internal sealed record RequestBody(string RequestId);

/// <param name="Clerk">A clerk with a post at this window.</param>
internal sealed record OpenBody(string RequestId, string Clerk);

/// <param name="FinishCurrent">Finish the ticket in hand in the same commit. Default false.</param>
internal sealed record CallNextBody(string RequestId, bool? FinishCurrent);

/// <param name="Reason">Why it is called out of order: it is kept.</param>
internal sealed record CallBody(string RequestId, string Ticket, string Reason);

internal sealed record FinishBody(string RequestId, string? Outcome);

/// <param name="Ticket">A waiting ticket; left out for the one in hand.</param>
internal sealed record HoldBody(string RequestId, string? Ticket);

/// <param name="Ticket">A waiting ticket; left out for the one in hand.</param>
internal sealed record TransferBody(string RequestId, TransferTo To, string Reason, string? Ticket);

/// <param name="Matter">The new matter; left out to keep it.</param>
/// <param name="Window">The window to send it to; left out for whoever can serve it.</param>
/// <param name="Hall">The hall to send it to, with number and arrival kept; left out to stay.</param>
internal sealed record TransferTo(string? Matter, string? Window, string? Hall);

/// <param name="Until">When the clerk means to be back.</param>
internal sealed record PauseBody(string RequestId, string Reason, DateTimeOffset? Until);

internal sealed record CloseBody(string RequestId, string? Reason);

/// <param name="Reason">Why it is left to the next window: it is kept.</param>
internal sealed record DeclineBody(string RequestId, string Reason);

/// <param name="Seconds">0 to 600.</param>
internal sealed record RestBody(string RequestId, int Seconds);

/// <param name="Clerk">A clerk of the hall.</param>
/// <param name="Present">False when the deputy goes. Default true.</param>
internal sealed record StandbyBody(string RequestId, string Clerk, bool? Present);

/// <param name="Reason">Why a supervisor takes it back from the window: it is kept.</param>
internal sealed record TakeAwayBody(string RequestId, string Reason);
