namespace Yihao.Rules.Tests;

/// <summary>Refusals that hang on limits, places and times: what was before, the command, the answer.</summary>
internal static class LimitTable
{
    public static IEnumerable<(string Name, string Script, string Command, string Expected)> Rows =>
    [
        ("a closed hall gives out no numbers", "shut", "take", "hall-closed"),
        ("nobody takes a number for a matter that does not exist", "", "take passport", "matter-unknown"),
        ("nobody takes a number for a matter no window serves", "", "take far", "matter-not-served-here"),
        ("priority needs a reason", "", "take certs priority", "reason-missing"),
        ("an appointment needs none", "", "take certs appointment", "A001"),
        ("a clerk sits at one window only", "open 1 wang", "open 2 wang", "clerk-elsewhere"),
        ("a clerk on a break may sit down elsewhere", "open 1 wang\npause 1 because tea", "open 2 wang", "ok"),
        ("a clerk who was lost may sit down elsewhere", "open 1 wang\nlose 1", "open 2 wang", "ok"),
        ("a clerk who was lost while serving is bound to that window", "take\nopen 1 wang\ncall 1\nstart 1\nlose 1",
            "open 2 wang", "clerk-elsewhere"),
        ("a clerk who closed has none", "open 1 wang\nclose 1", "open 2 wang", "ok"),
        ("nobody waits whom the window may serve", "take land\nopen 1 li", "call 1", "nobody"),
        ("nobody waits whom the clerk may serve", "take tax\nopen 2 chen", "call 2", "nobody"),
        ("by hand nobody calls what the window does not serve", "take land\nopen 1 li",
            "call 1 F001 because x", "matter-not-served-here"),
        ("by hand nobody calls what the clerk has no skill for", "take tax\nopen 2 chen",
            "call 2 B001 because x", "matter-not-served-here"),
        ("a recall comes 10 s after the call", "take\nopen 1 li\n09:00 call 1", "09:00:09.999 recall 1",
            "recall-too-soon from 09:00:10"),
        ("a recall is heard after 10 s", "take\nopen 1 li\n09:00 call 1", "09:00:10 recall 1", "ok"),
        ("a recall comes 10 s after the last recall", "take\nopen 1 li\n09:00 call 1\n09:00:20 recall 1",
            "09:00:29 recall 1", "recall-too-soon from 09:00:30"),
        ("two calls make no no-show", "take\nopen 1 li\n09:00 call 1\n09:00:10 recall 1", "09:05 miss 1",
            "no-show-too-soon"),
        ("three calls within 60 s make no no-show", $"take\nopen 1 li\n{ThreeCalls}", "09:00:59.999 miss 1",
            "no-show-too-soon from 09:01:00"),
        ("three calls and 60 s make a no-show", $"take\nopen 1 li\n{ThreeCalls}", "09:01 miss 1", "ok"),
        ("a third hold is refused, waiting", Held + "08:35 pass", "hold 1 A001", "hold-limit"),
        ("a third hold is refused, called", Held + "08:35 pass\ncall 1 => A001", "hold 1", "hold-limit"),
        ("nobody transfers to a matter that does not exist", "take\nopen 1 li\ncall 1",
            "transfer 1 matter passport because x", "matter-unknown"),
        ("nobody transfers to a matter no window serves", "take\nopen 1 li\ncall 1",
            "transfer 1 matter far because x", "matter-not-served-here"),
        ("nobody transfers to a window that does not exist", "take\nopen 1 li\ncall 1",
            "transfer 1 window 9 because x", "window-unknown"),
        ("nobody transfers to a closed window", "take\nopen 1 li\ncall 1", "transfer 1 window 2 because x",
            "window-not-open"),
        ("nobody transfers to a window nobody sits at", "take\nopen 1 li\nopen 2 wang\nlose 2\ncall 1",
            "transfer 1 window 2 because x", "window-not-open"),
        ("nobody transfers to a window that does not serve the matter", "take\nopen 1 li\nopen 3 zhao\ncall 1",
            "transfer 1 matter tax window 3 because x", "matter-not-served-here"),
        ("nobody transfers to a clerk without the skill", "take\nopen 1 li\nopen 2 chen\ncall 1",
            "transfer 1 matter tax window 2 because x", "matter-not-served-here"),
        ("a paused clerk comes back: the ticket may wait there", 
            "take\nopen 1 li\nopen 2 wang\npause 2 because tea\ncall 1", "transfer 1 window 2 because x", "ok"),
        ("nothing is due", "take", "pass", "nothing"),
    ];

    private const string ThreeCalls = "09:00 call 1\n09:00:10 recall 1\n09:00:20 recall 1";

    private const string Held =
        "08:00 take => A001\nopen 1 li\nhold 1 A001\n08:15 pass\nsee A001 waiting\nhold 1 A001\n";
}
