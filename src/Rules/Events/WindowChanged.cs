namespace Yihao.Rules;

/// <param name="Clerk">Who is at the window after an opening; otherwise who was.</param>
/// <param name="Pause">For a pause, now or after the ticket in hand.</param>
public sealed record WindowChanged(string Window, WindowChange Change, string Clerk, Post Post, Pause? Pause)
    : HallEvent("windowChanged");

public enum WindowChange
{
    Opened,
    PauseWished,
    Paused,
    Resumed,
    Closed,

    /// <summary>The clerk is gone without a word.</summary>
    Unattended,

    /// <summary>The clerk is back.</summary>
    Attended,

    /// <summary>No sign of the clerk for a moment: no offers.</summary>
    Silent,

    /// <summary>There is a sign again.</summary>
    Heard,

    /// <summary>The first clerk is back and sits down after the ticket that the deputy has in hand.</summary>
    ReturnWished,
}
