namespace Yihao.Rules.Tests.Posts;

/// <summary>How the first clerk of window 3 goes, who else is there, what the window does, and what follows.</summary>
internal static class AbsenceTable
{
    /// <summary>
    /// there: at 2, the first deputy at window 2; standby, the second deputy, without a window; second, the first
    /// deputy on a break and the second at window 4; skilled, no deputy but li at window 1; nobody, ma without it.
    /// at2, at4: that window covers; sits: the deputy sits down at 3; to1: rerouted to window 1; none: nothing.
    /// wish: the pause begins after the ticket. busy: refused. again: called there at 60 s; rings: announced at 3 by
    /// who sits there. stays: served on. back: in the line. offer: offered to that window; waits: to nobody.
    /// </summary>
    public const string Rows = """
        absence  | there   | idle | called         | serving        | offered
        pause    | at 2    | at2  | wish done at2  | wish done at2  | drawn at2 offer2
        pause    | standby | sits | wish done sits | wish done sits | drawn sits offer3
        pause    | second  | at4  | wish done at4  | wish done at4  | drawn at4 offer4
        pause    | skilled | to1  | wish done to1  | wish done to1  | drawn to1 offer1
        pause    | nobody  | none | wish done none | wish done none | drawn none waits
        sign-off | at 2    | at2  | busy           | busy           | drawn at2 offer2
        sign-off | standby | sits | busy           | busy           | drawn sits offer3
        sign-off | second  | at4  | busy           | busy           | drawn at4 offer4
        sign-off | skilled | to1  | busy           | busy           | drawn to1 offer1
        sign-off | nobody  | none | busy           | busy           | drawn none waits
        lost     | at 2    | at2  | at2 kept again2  | at2 stays    | drawn at2 offer2
        lost     | standby | sits | sits kept rings  | sits stays   | drawn sits offer3
        lost     | second  | at4  | at4 kept again4  | at4 stays    | drawn at4 offer4
        lost     | skilled | to1  | back to1         | to1 stays    | drawn to1 offer1
        lost     | nobody  | none | back none        | none stays   | drawn none waits
        """;

    public static string There(string there) => there switch
    {
        "at 2" => "open 2 wang\nstandby chen\n",
        "standby" => "standby chen\n",
        "second" => "open 2 wang\npause 2 because tea\nopen 4 chen\n",
        "skilled" => "open 1 li\n",
        "nobody" => "open 1 ma\n",
        _ => throw new InvalidOperationException($"who is {there}?"),
    };

    public static string Doing(string state) => state switch
    {
        "idle" => string.Empty,
        "called" => "09:00:20 take land => F001\ncall 3 => F001\n",
        "serving" => "09:00:20 take land => F001\ncall 3 => F001\n09:00:25 start 3\n",
        "offered" => "09:00:50 take land => F001\nsee 3 offers F001\n",
        _ => throw new InvalidOperationException($"no such state: {state}"),
    };

    public static string Goes(string absence) => absence switch
    {
        "pause" => "pause 3 because lunch",
        "sign-off" => "close 3",
        "lost" => "lose 3",
        _ => throw new InvalidOperationException($"no such absence: {absence}"),
    };

    public static string Follows(string absence, string what)
    {
        var cause = absence switch { "pause" => "Pause", "sign-off" => "SignOff", _ => "Lost" };
        return what switch
        {
            "at2" => $"then covered 3 at 2 by wang: {cause}\nsee 3 covered 2",
            "at4" => $"then covered 3 at 4 by chen: {cause}\nsee 3 covered 4",
            "sits" => $"then covered 3 at 3 by chen: {cause}\nsee 3 clerk chen\nsee 3 open\nsee 3 covered nowhere",
            "to1" => $"then rerouted 3 [land] to [1]: {cause}\nsee 3 rerouted 1",
            "none" => "see 3 covered nowhere\nsee 3 rerouted",
            "wish" => "then quiet\nsee 3 wants-pause\nsee 3 holds F001",
            "done" => "finish 3",
            "kept" => "see F001 called\nsee 3 holds F001",
            "again2" => Again("2", "wang"),
            "again4" => Again("4", "chen"),
            "rings" => "09:01:29.999 pass => nothing\n09:01:30 pass\nthen recalled 1123-F001 to 3\npass => nothing",
            "stays" => "see F001 serving\nsee 3 holds F001\n09:05 pass => nothing",
            "back" => "then released 1123-F001 from 3: WindowUnattended\nsee F001 waiting\nsee 3 holds nothing",
            "drawn" => "then offer of 1123-F001 to 3 ended: Withdrawn ''",
            "waits" => "see F001 waiting\nsee 1 offers nothing",
            _ => what.StartsWith("offer", StringComparison.Ordinal)
                ? $"see {what[5..]} offers F001"
                : throw new InvalidOperationException($"what is {what}?"),
        };
    }

    private static string Again(string window, string clerk) => $"""
        09:01:29.999 pass => nothing
        see 3 holds F001
        09:01:30 pass
        then released 1123-F001 from 3: Covered to {window}
        then called 1123-F001 to {window} by {clerk}: CalledAgain ''
        see {window} holds F001
        09:02 pass => nothing
        """;
}
