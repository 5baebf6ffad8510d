using Yihao.EndToEnd.Tests.Checks;

namespace Yihao.EndToEnd.Tests;

/// <summary>The check itself: it must fail when a screen loses, doubles, swaps or makes up a call.</summary>
public sealed class CallCheckTests
{
    private static readonly Call First = new(5, "A001", "3");
    private static readonly Call Second = new(7, "B001", "26");
    private static readonly Call Third = new(9, "A002", "3");
    private static readonly Call[] Ledger = [First, Second, Third];

    public static TheoryData<Call[], string> Wrong => new()
    {
        { [], "never heard: A001 to window 3 (seq 5)" },
        { [First, Third], "never heard: B001 to window 26 (seq 7)" },
        { [First, Second], "never heard: A002 to window 3 (seq 9)" },
        { [First, Second, Second, Third], "heard 2 times: B001 to window 26 (seq 7)" },
        { [First, Second, Third, First], "heard 2 times: A001 to window 3 (seq 5)" },
        { [First, Third, Second], "heard too late: B001 to window 26 (seq 7) after A002 to window 3 (seq 9)" },
        { [First, Second with { Window = "27" }, Third], "not in the ledger: B001 to window 27 (seq 7)" },
        { [First, Second, Third, new(11, "A003", "3")], "not in the ledger: A003 to window 3 (seq 11)" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_screen_that_missed_or_repeated_a_call_is_found_out(Call[] heard, string fault)
    {
        Assert.Contains(fault, CallCheck.Faults(Ledger, heard));
    }

    [Fact]
    public void A_screen_that_heard_every_call_once_and_in_order_is_right()
    {
        Assert.Empty(CallCheck.Faults(Ledger, [First, Second, Third]));
    }
}
