namespace Yihao.Rules.Tests;

/// <summary>Every command that names a ticket, in every state of it, from the kiosk or another window.</summary>
internal static class TicketTable
{
    /// <summary>
    /// ended: the day is over, and the number with it; back: given back; never: such a number never was. Of the
    /// answers, line is for <c>ticket-not-waiting</c> and here for <c>ticket-not-gone</c>.
    /// </summary>
    public const string Rows = """
        command                              | waiting | called | serving | held | no-show | done | back | ended | never
        cancel A001                          | ok      | line   | line    | ok   | line    | over | over | ??    | ??
        return A001                          | here    | here   | here    | ok   | ok      | over | over | ??    | ??
        call 2 A001 because x                | A001    | line   | line    | A001 | line    | over | over | ??    | ??
        hold 2 A001                          | ok      | line   | line    | line | line    | over | over | ??    | ??
        transfer 2 A001 because x            | ok      | line   | line    | line | line    | over | over | ??    | ??
        transfer 2 A001 matter tax because x | ok      | line   | line    | line | line    | over | over | ??    | ??
        """;

    public static string Before(string state) => Open + state switch
    {
        "waiting" => Taken,
        "called" => Called,
        "serving" => Called + "09:02 start 1\n",
        "held" => Taken + "hold 1 A001\n",
        "no-show" => Called + "09:01:20 recall 1\n09:01:40 recall 1\n09:02:00 miss 1\n",
        "done" => Called + "09:03 finish 1\n",
        "back" => Taken + "cancel A001\n",
        "ended" => Taken + "+1 00:00 pass\n",
        "never" => string.Empty,
        _ => throw new InvalidOperationException($"no such state: {state}"),
    };

    /// <summary>When the command comes.</summary>
    public static string At(string state) => state == "ended" ? "+1 09:05" : "09:05";

    private const string Open = "08:55 open 1 li\nopen 2 wang\n";
    private const string Taken = "08:58 take certs => A001\n";
    private const string Called = Taken + "09:01 call 1 => A001\n";
}
