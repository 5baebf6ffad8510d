namespace Yihao.Rules;

/// <summary>A deputy covers a window whose clerk is away.</summary>
/// <param name="By">
/// The window at which the deputy sits and to which the line is called; the window itself when a deputy on standby sat
/// down there.
/// </param>
/// <param name="Clerk">The deputy.</param>
public sealed record WindowCovered(string Window, string By, string Clerk, AbsenceCause Cause) : HallEvent("covered");

/// <summary>A window is not covered any more.</summary>
/// <param name="By">The window that covered it.</param>
public sealed record WindowUncovered(string Window, string By, UncoverCause Cause) : HallEvent("uncovered");

/// <summary>
/// No deputy is there: what nobody else of the hall serves goes to windows whose clerks have the skill.
/// </summary>
/// <param name="Matters">One of each group of matters that goes elsewhere.</param>
/// <param name="To">The windows; none when it is over.</param>
public sealed record MattersRerouted(
    string Window, IReadOnlyList<string> Matters, IReadOnlyList<string> To, AbsenceCause? Cause)
    : HallEvent("rerouted");

/// <summary>A deputy without a window is there, or is not any more.</summary>
public sealed record StandbyChanged(string Clerk, bool Present) : HallEvent("standby");

/// <summary>Why a window's clerk is away.</summary>
public enum AbsenceCause
{
    Pause,
    SignOff,

    /// <summary>Without a word.</summary>
    Lost,
}

public enum UncoverCause
{
    /// <summary>The window's clerk is back.</summary>
    Returned,

    /// <summary>The deputy is gone too.</summary>
    DeputyGone,
}
