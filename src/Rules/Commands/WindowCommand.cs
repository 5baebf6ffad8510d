namespace Yihao.Rules;

/// <summary>What a clerk does at a window.</summary>
public abstract record WindowCommand(string Window) : HallCommand;

public sealed record OpenWindow(string Window, string Clerk) : WindowCommand(Window);

/// <param name="FinishCurrent">Finish the ticket in hand in the same step.</param>
public sealed record CallNext(string Window, bool FinishCurrent) : WindowCommand(Window);

/// <summary>A call out of order, by hand.</summary>
public sealed record CallTicket(string Window, TicketKey Ticket, string Reason) : WindowCommand(Window);

public sealed record RecallTicket(string Window) : WindowCommand(Window);

public sealed record StartTicket(string Window) : WindowCommand(Window);

public sealed record FinishTicket(string Window, string? Outcome) : WindowCommand(Window);

public sealed record MissTicket(string Window) : WindowCommand(Window);

/// <param name="Ticket">A waiting ticket; null for the one in hand.</param>
public sealed record HoldTicket(string Window, TicketKey? Ticket) : WindowCommand(Window);

public sealed record ReleaseTicket(string Window) : WindowCommand(Window);

/// <param name="Ticket">A waiting ticket whose matter is corrected; null for the one in hand.</param>
/// <param name="Matter">The new matter; null to keep it.</param>
/// <param name="ToWindow">The window to send it to; null for whoever can serve it.</param>
public sealed record TransferTicket(string Window, TicketKey? Ticket, string? Matter, string? ToWindow, string Reason)
    : WindowCommand(Window);

public sealed record PauseWindow(string Window, Pause Pause) : WindowCommand(Window);

public sealed record ResumeWindow(string Window) : WindowCommand(Window);

public sealed record CloseWindow(string Window) : WindowCommand(Window);

/// <summary>The clerk is gone without a word: the connection is lost, or no command came for too long.</summary>
public sealed record LoseClerk(string Window) : WindowCommand(Window);

public sealed record AcceptOffer(string Window) : WindowCommand(Window);

public sealed record DeclineOffer(string Window, string Reason) : WindowCommand(Window);

/// <param name="Rest">Time between two tickets, 0 to 10 min.</param>
public sealed record SetRest(string Window, TimeSpan Rest) : WindowCommand(Window)
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
}

/// <summary>No sign of the clerk for a moment: offers stop.</summary>
public sealed record MissSigns(string Window) : WindowCommand(Window);

/// <summary>There is a sign of the clerk again.</summary>
public sealed record HearSigns(string Window) : WindowCommand(Window);
