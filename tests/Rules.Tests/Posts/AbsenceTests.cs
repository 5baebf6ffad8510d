namespace Yihao.Rules.Tests.Posts;

/// <summary>domain.md §4.1 to §4.3: every way a first clerk goes, with whoever else is there.</summary>
public class AbsenceTests
{
    public static TheoryData<string, string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string, string>();
            var lines = AbsenceTable.Rows.Split('\n')
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
            foreach (var cells in lines.Skip(1))
            {
                for (var i = 2; i < cells.Length; i++)
                    rows.Add(cells[0], cells[1], lines[0][i], cells[i]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void When_the_first_clerk_goes_who_is_there_stands_in(
        string absence, string there, string state, string follows)
    {
        var mode = state == "offered" ? DispatchMode.Push : DispatchMode.Pull;
        var script = new HallScript(PostPlans.Three.With(s => s with { Mode = mode }))
            .Play("08:50 open 3 zhao\n" + AbsenceTable.There(there) + AbsenceTable.Doing(state));
        var goes = $"09:01 {AbsenceTable.Goes(absence)}";
        if (follows == "busy")
        {
            script.Play(goes + " => window-busy\nthen quiet\nsee 3 open");
            return;
        }

        script.Play(goes);
        foreach (var what in follows.Split(' '))
            script.Play(AbsenceTable.Follows(absence, what));
    }

    /// <summary>In all of these zhao is away and wang covers window 3 from window 2.</summary>
    public static TheoryData<string, string> Returns => new()
    {
        { "pause 3 because tea", "resume 3" },
        { "pause 3 because tea", "open 3 zhao" },
        { "close 3", "open 3 zhao" },
        { "lose 3", "resume 3" },
        { "lose 3", "open 3 zhao" },
        { "lose 3", "call 3 => F001" },
        { "lose 3", "call 3 F002 because x => F002" },
        { "lose 3", "hold 3 F002" },
    };

    [Theory]
    [MemberData(nameof(Returns))]
    public void A_first_clerk_who_is_back_has_the_line_again(string goes, string back) =>
        new HallScript(PostPlans.Three)
            .Play("09:00 open 3 zhao\nopen 2 wang\ntake land => F001\ntake land => F002\ntake certs => A001")
            .Play($"{goes}\nsee 3 covered 2\n09:10 {back}")
            .Play("then uncovered 3 at 2: Returned\nsee 3 open\nsee 3 clerk zhao\nsee 3 covered nowhere")
            .Play("call 2 => A001\ncall 2 finish => none");

    [Theory]
    [InlineData("pause 3 because tea")]
    [InlineData("close 3")]
    [InlineData("lose 3")]
    public void What_the_deputy_has_called_to_the_own_window_stays_there(string goes) =>
        new HallScript(PostPlans.Three)
            .Play("09:00 open 3 zhao\nopen 2 wang\ntake land => F001\ntake land => F002")
            .Play($"{goes}\ncall 2 => F001 Earliest\nopen 3 zhao\nsee 2 holds F001\ncall 3 => F002");

    [Fact]
    public void The_deputy_at_an_own_window_serves_both_lines_in_one_order() => new HallScript(PostPlans.Three).Play("""
        09:00 open 3 zhao
        open 2 wang
        take certs => A001
        09:01 take land => F001
        09:02 take certs => A002
        09:03 pause 3 because tea
        call 2 => A001
        call 2 finish => F001
        call 2 finish => A002
        """);

    [Fact]
    public void A_deputy_who_goes_too_leaves_the_line_to_the_next() => new HallScript(PostPlans.Three).Play("""
        09:00 open 3 zhao
        open 2 wang
        open 4 chen
        open 1 li
        pause 3 because tea
        see 3 covered 2
        pause 2 because tea
        then covered 3 at 4 by chen: Pause
        close 4
        then uncovered 3 at 4: DeputyGone
        then rerouted 3 [land] to [1]: Pause
        close 1
        then rerouted 3 [] to []: Pause
        open 1 li
        then rerouted 3 [land] to [1]: Pause
        resume 2
        then covered 3 at 2 by wang: Pause
        see 3 rerouted
        lose 2
        then uncovered 3 at 2: DeputyGone
        then rerouted 3 [land] to [1]: Pause
        resume 3
        then rerouted 3 [] to []:
        see 3 rerouted
        """);

    [Fact]
    public void A_deputy_from_standby_gets_up_when_the_first_clerk_is_back() => new HallScript(PostPlans.Three).Play("""
        09:00 open 3 zhao
        standby chen
        pause 3 because tea
        see 3 clerk chen
        see standby
        take land => F001
        open 3 zhao
        see 3 clerk zhao
        see standby chen
        call 3 => F001
        lose 3
        see 3 clerk chen
        close 3 => window-busy
        finish 3
        close 3
        see standby
        """);

    [Fact]
    public void The_first_clerk_sits_down_after_the_ticket_the_deputy_has_in_hand() =>
        new HallScript(PostPlans.Three).Play("""
            09:00 open 3 zhao
            standby chen
            take land => F001
            take land => F002
            pause 3 because tea
            call 3 => F001
            start 3
            09:05 open 3 zhao
            then window 3 ReturnWished zhao A
            see 3 clerk chen
            see 3 holds F001
            open 1 zhao => clerk-unknown
            standby zhao => clerk-elsewhere
            pause 3 because tired
            resume 3
            open 3 chen
            09:10 call 3 finish => none
            then finished 1123-F001 at 3 by chen ''
            then window 3 Opened zhao A
            see 3 clerk zhao
            see standby chen
            see F002 waiting
            call 3 => F002
            """);

    [Fact]
    public void A_deputy_on_a_break_who_stands_by_leaves_the_own_window() => new HallScript(PostPlans.Three).Play("""
        09:00 open 3 zhao
        open 4 chen
        pause 4 because tea
        standby chen
        pause 3 because tea
        then window 4 Closed chen A
        then covered 3 at 3 by chen: Pause
        see 4 closed
        """);
}
