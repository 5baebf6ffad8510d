namespace Yihao.Rules;

/// <summary>
/// The short result of an accepted command, remembered so that a repetition is answered the same. A value: as an object
/// of its own it would be moved by the collector of garbage, and a day has many of them.
/// </summary>
/// <param name="Seq">Place of the command's last event in the hall's ledger.</param>
/// <param name="Ticket">The ticket the answer is about, if any.</param>
/// <param name="State">The state of that ticket then.</param>
/// <param name="Window">The window that was asked, if one was.</param>
/// <param name="Clerk">Who was at that window then.</param>
/// <param name="WindowState">What that window was doing then.</param>
public readonly record struct Outcome(
    long Seq,
    TicketKey? Ticket,
    TicketState? State,
    string? Window,
    string? Clerk,
    WindowState? WindowState);
