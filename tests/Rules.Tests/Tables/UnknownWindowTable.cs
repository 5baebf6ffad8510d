namespace Yihao.Rules.Tests;

/// <summary>Every command of a clerk at a window that the hall does not have.</summary>
internal static class UnknownWindowTable
{
    public static readonly string[] Commands =
    [
        "open 9 li", "call 9", "call 9 finish", "call 9 A001 because x", "recall 9", "start 9", "finish 9", "miss 9",
        "hold 9", "hold 9 A001", "release 9", "transfer 9 because x", "pause 9 because x", "resume 9", "close 9",
        "lose 9", "accept 9", "decline 9 because x", "silent 9", "heard 9", "rest 9 30", "send 9 to 450500 because x",
        "ask L1 9", "accept R1", "call R1", "finish R1", "open R1 li",
    ];
}
