namespace Yihao.Rules;

/// <summary>The rule of dispatch that chose a ticket.</summary>
public enum CallRule
{
    /// <summary>It was sent to this very window.</summary>
    SentHere,

    /// <summary>The earliest effective arrival.</summary>
    Earliest,

    /// <summary>One without a head start, after k with one.</summary>
    OneWithout,

    /// <summary>The oldest arrival, because somebody waits longer than the cap.</summary>
    Oldest,

    /// <summary>A clerk took it out of order, with a reason.</summary>
    ByHand,

    /// <summary>The clerk who had called it is lost: the deputy calls it again.</summary>
    CalledAgain,

    /// <summary>A citizen of another hall, served by camera.</summary>
    Remote,
}
