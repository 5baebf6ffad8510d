namespace Yihao.Rules.Tests;

/// <summary>Every command of a clerk in every state of a window and of the ticket in its hand.</summary>
internal static class WindowTable
{
    /// <summary>
    /// The states at 09:05. call: a ticket was called just now; rung: three times, long ago; serv: it is served; guess:
    /// the start was inferred; wish: a pause begins after it; gone: the clerk, without a word; kept: though someone
    /// sits there. Of the answers: the dash is for <c>ticket-not-called</c>, the rest in <see cref="TextTable"/>.
    /// </summary>
    public const string Rows = """
        command                   | shut | open | call | rung | serv | guess| wish | rest | gone | kept
        open 1 li                 | ok   | ok   | ok   | ok   | ok   | ok   | ok   | ok   | ok   | ok
        open 1 wang               | ok   | busy | busy | busy | busy | busy | busy | ok   | ok   | ok
        open 1 zhao               | who  | who  | who  | who  | who  | who  | who  | who  | who  | who
        open 1 stranger           | who  | who  | who  | who  | who  | who  | who  | who  | who  | who
        call 1                    | shut | A001 | busy | busy | busy | busy | busy | rest | A001 | busy
        call 1 finish             | shut | A001 | A002 | A002 | A002 | A002 | none | rest | A001 | A002
        call 1 A003 because x     | shut | A003 | busy | busy | busy | busy | busy | rest | A003 | busy
        call 1 A003               | shut | why  | busy | busy | busy | busy | busy | rest | why  | busy
        recall 1                  | -    | -    | soon | ok   | -    | ok   | soon | -    | -    | -
        start 1                   | -    | -    | ok   | ok   | -    | ok   | ok   | -    | -    | -
        finish 1                  | -    | -    | ok   | ok   | ok   | ok   | ok   | -    | -    | ok
        miss 1                    | -    | -    | soon | ok   | -    | soon | soon | -    | -    | -
        hold 1                    | shut | -    | ok   | ok   | -    | -    | ok   | -    | -    | -
        hold 1 A003               | shut | ok   | ok   | ok   | ok   | ok   | ok   | ok   | ok   | ok
        release 1                 | -    | -    | ok   | ok   | -    | -    | ok   | -    | -    | -
        transfer 1 because x      | shut | -    | ok   | ok   | ok   | ok   | ok   | -    | -    | ok
        transfer 1                | shut | why  | why  | why  | why  | why  | why  | why  | why  | why
        transfer 1 A003 because x | shut | ok   | ok   | ok   | ok   | ok   | ok   | ok   | ok   | ok
        pause 1 because x         | shut | ok   | ok   | ok   | ok   | ok   | ok   | rest | ok   | ok
        pause 1                   | why  | why  | why  | why  | why  | why  | why  | why  | why  | why
        resume 1                  | shut | ok   | ok   | ok   | ok   | ok   | ok   | ok   | ok   | ok
        close 1                   | shut | ok   | busy | busy | busy | busy | busy | ok   | ok   | busy
        lose 1                    | idle | ok   | ok   | ok   | ok   | ok   | ok   | idle | idle | idle
        accept 1                  | none | none | none | none | none | none | none | none | none | none
        decline 1 because x       | none | none | none | none | none | none | none | none | none | none
        silent 1                  | idle | idle | idle | idle | idle | idle | idle | idle | idle | idle
        heard 1                   | idle | idle | idle | idle | idle | idle | idle | idle | idle | idle
        rest 1 30                 | shut | ok   | ok   | ok   | ok   | ok   | ok   | shut | shut | shut
        send 1 to 450500 because x | shut | -   | ok   | ok   | ok   | ok   | ok   | -    | -    | ok
        send 1 A003 to 450500     | shut | why  | why  | why  | why  | why  | why  | why  | why  | why
        send 1 A003 to 450500 because x | shut | ok | ok | ok | ok  | ok   | ok   | ok   | ok   | ok
        ask L1 1                  | shut | ok   | busy | busy | busy | busy | rest | rest | ok   | busy
        ask L1 1 finish           | shut | ok   | ok   | ok   | ok   | ok   | rest | rest | ok   | ok
        """;

    public static string Before(string state) => Waiting + state switch
    {
        "shut" => string.Empty,
        "open" => Open,
        "call" => Open + "09:04:55 call 1 => A001\n",
        "rung" => Open + "09:03:30 call 1 => A001\n09:03:50 recall 1\n09:04:30 recall 1\n",
        "serv" => Served,
        "guess" => Open + "09:04 call 1 => A001\n09:04:45 pass\nsee A001 inferred\n",
        "wish" => Open + "09:04:55 call 1 => A001\npause 1 because lunch\nsee 1 wants-pause\n",
        "rest" => Open + "pause 1 because lunch\nsee 1 paused\n",
        "gone" => Open + "lose 1\nsee 1 unattended\n",
        "kept" => Served + "lose 1\nsee 1 unattended\nsee A001 serving\n",
        _ => throw new InvalidOperationException($"no such state: {state}"),
    };

    private const string Waiting = "08:50 take certs => A001\n08:51 take certs => A002\n08:52 take certs => A003\n";
    private const string Open = "08:55 open 1 li\n";
    private const string Served = Open + "09:04 call 1 => A001\n09:04:10 start 1\n";
}
