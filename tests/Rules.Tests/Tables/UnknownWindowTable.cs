namespace Yihao.Rules.Tests;

/// <summary>Every command of a clerk at a window that the hall does not have.</summary>
internal static class UnknownWindowTable
{
    public static readonly string[] Commands =
    [
        "open 9 li", "call 9", "call 9 finish", "call 9 A001 because x", "recall 9", "start 9", "finish 9", "miss 9",
        "hold 9", "hold 9 A001", "release 9", "transfer 9 because x", "pause 9 because x", "resume 9", "close 9",
        "lose 9",
    ];
}
