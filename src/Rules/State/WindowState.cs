namespace Yihao.Rules;

/// <summary>What a window is doing, as one word.</summary>
public enum WindowState
{
    Closed,
    Ready,
    Calling,
    Serving,
    Paused,
    Unattended,

    /// <summary>Asked to take a ticket.</summary>
    Offered,
}
