namespace Yihao.Rules.Tests;

/// <summary>Every command at a window, and about a ticket, where tickets are offered.</summary>
internal static class OfferTable
{
    /// <summary>
    /// push, both: a ticket is offered to window 1 in a hall with offers alone, and with Call next too; hand: it was
    /// accepted; free: nobody waits.
    /// </summary>
    public const string Rows = """
        command                   | push | both | hand | free
        open 1 li                 | ok   | ok   | ok   | ok
        open 1 wang               | busy | busy | busy | busy
        call 1                    | A001 | A001 | busy | pull-not-allowed
        call 1 finish             | A001 | A001 | none | pull-not-allowed
        call 1 A001 because x     | A001 | A001 | busy | ??
        call 1 A002 because x     | A002 | A002 | busy | ??
        accept 1                  | A001 | A001 | ticket-not-offered | ticket-not-offered
        decline 1 because x       | ok   | ok   | ticket-not-offered | ticket-not-offered
        decline 1                 | why  | why  | ticket-not-offered | ticket-not-offered
        recall 1                  | -    | -    | ok   | -
        start 1                   | -    | -    | ok   | -
        finish 1                  | -    | -    | ok   | -
        hold 1                    | -    | -    | ok   | -
        hold 1 A001               | line | line | ok   | ??
        transfer 1 A001 because x | line | line | ok   | ??
        send 1 A001 to 450500 because x | line | line | ok | ??
        take-away A001 because x  | -    | -    | busy | ??
        cancel A001               | ok   | ok   | line | ??
        return A001               | here | here | here | ??
        pause 1 because x         | ok   | ok   | ok   | ok
        resume 1                  | ok   | ok   | ok   | ok
        close 1                   | ok   | ok   | busy | ok
        lose 1                    | ok   | ok   | ok   | ok
        silent 1                  | ok   | ok   | ok   | ok
        heard 1                   | idle | idle | idle | idle
        rest 1 30                 | ok   | ok   | ok   | ok
        ask L1 1                  | busy | busy | busy | ok
        pass                      | idle | idle | idle | idle
        """;

    public static HallPlan Plan(string state) => Plans.Little.With(
        s => s with { Mode = state == "both" ? DispatchMode.PushAndPull : DispatchMode.Push });

    public static string Before(string state) => "08:55 open 1 li\n" + state switch
    {
        "free" => string.Empty,
        "hand" => Offered + "08:56:45 accept 1 => A001\n",
        _ => Offered,
    };

    private const string Offered = "08:56:44 take certs => A001\ntake certs => A002\nsee 1 offers A001\n";
}
