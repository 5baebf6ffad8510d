namespace Yihao.Rules.Tests;

/// <summary>Why a ticket stands where it stands, in the words a citizen reads.</summary>
public class WhyTests
{
    public static TheoryData<string, string, string, string, string> Sentences => new()
    {
        {
            "the first", "10:02 take => A001", "A001",
            "A001 排在最前：10:02 到达。",
            "A001 is next: came 10:02."
        },
        {
            "behind somebody", "10:02 take => A001\n10:03 take => A002", "A002",
            "A002 前方 1 人：10:03 到达；紧排在 A001 之后（10:02 到达）。",
            "A002 has 1 ahead: came 10:03; right behind A001 (came 10:02)."
        },
        {
            "a head start", "10:02 take => A001\n10:03 take priority elder => A002", "A002",
            "A002 排在最前：10:03 到达，优先 60 分钟（老年人）。",
            "A002 is next: came 10:03, head start 60 min (elder)."
        },
        {
            "behind a head start", "10:02 take => A001\n10:03 take priority pregnant => A002", "A001",
            "A001 前方 1 人：10:02 到达；紧排在 A002 之后（10:03 到达，优先 60 分钟（孕妇））。",
            "A001 has 1 ahead: came 10:02; right behind A002 (came 10:03, head start 60 min (pregnant))."
        },
        {
            "disabled", "take priority disabled => A001", "A001",
            "A001 排在最前：08:00 到达，优先 60 分钟（残障人士）。",
            "A001 is next: came 08:00, head start 60 min (disabled)."
        },
        {
            "with an infant", "take priority infant => A001", "A001",
            "A001 排在最前：08:00 到达，优先 60 分钟（携带婴幼儿）。",
            "A001 is next: came 08:00, head start 60 min (with an infant)."
        },
        {
            "a soldier", "take priority soldier => A001", "A001",
            "A001 排在最前：08:00 到达，优先 60 分钟（军人）。",
            "A001 is next: came 08:00, head start 60 min (soldier)."
        },
        {
            "another reason is shown as it was given", "take priority donor => A001", "A001",
            "A001 排在最前：08:00 到达，优先 60 分钟（donor）。",
            "A001 is next: came 08:00, head start 60 min (donor)."
        },
        {
            "an appointment", "take appointment => A001", "A001",
            "A001 排在最前：08:00 到达，优先 30 分钟（预约）。",
            "A001 is next: came 08:00, head start 30 min (appointment)."
        },
        {
            "sent to a window", "take => A001\nopen 1 li\ntransfer 1 A001 window 1 because x", "A001",
            "A001 已转到 1 号窗口，前方 0 人。",
            "A001 was sent to window 1, 0 before it there."
        },
        {
            "behind one who was sent to the only window", "open 1 li\ntake => A001\ntake => A002\n"
                + "transfer 1 A002 window 1 because x", "A001",
            "A001 前方 1 人，均已转到窗口：08:00 到达。",
            "A001 has 1 ahead, all sent to a window: came 08:00."
        },
        {
            "back after a no-show", "take => A001\nopen 1 li\ncall 1\n08:01 recall 1\n08:02 recall 1\nmiss 1\n"
                + "08:30 take => A002\n08:31 return A001", "A001",
            "A001 前方 1 人：08:00 到达，过号后返回；紧排在 A002 之后（08:30 到达）。",
            "A001 has 1 ahead: came 08:00, came back after a no-show; right behind A002 (came 08:30)."
        },
    };

    [Fact]
    public void An_offered_ticket_says_whom_it_waits_for() => Says(
        new HallScript(Plans.Little.Push()).Play("open 1 li\ntake => A001\nsee 1 offers A001"), "A001",
        "A001 已分派到 1 号窗口，等待窗口确认。", "A001 is offered to window 1, which has not answered yet.");

    [Fact]
    public void An_offered_ticket_that_was_sent_says_so_too_after_a_new_plan()
    {
        var script = new HallScript(Plans.Little.Push())
            .Play("open 1 li\ntake => A001\naccept 1\ntransfer 1 window 1 because x\nsee 1 offers A001");
        script.Do(new PlanHall(script.Hall.Plan.With(s => s with { Holds = 3 })));
        Says(script, "A001", "A001 已分派到 1 号窗口，等待窗口确认。",
            "A001 is offered to window 1, which has not answered yet.");
    }

    [Fact]
    public void A_ticket_that_starves_says_that_other_halls_may_help() => Says(
        new HallScript(Tiers.TierPlans.Township).Play("10:00 take land => F001\ntake land => F002\npass"), "F002",
        "F002 前方 1 人：10:00 到达；紧排在 F001 之后（10:00 到达）。其他大厅也可为其远程办理。",
        "F002 has 1 ahead: came 10:00; right behind F001 (came 10:00). Other halls may serve it by camera too.");

    [Fact]
    public void A_ticket_that_another_hall_sent_stands_by_its_own_arrival() => Says(
        new HallScript(Plans.Little).Play("10:00 take certs => A001\n10:10 receive M1 certs"), "A007",
        "A007 排在最前：09:40 到达。", "A007 is next: came 09:40.");

    [Fact]
    public void A_ticket_whose_window_is_covered_counts_those_whom_the_deputy_calls_before() => Says(
        new HallScript(Posts.PostPlans.Three).Play("""
            10:00 open 3 zhao
            open 2 wang
            10:01 take certs => A001
            10:02 take land => F001
            10:03 pause 3 because tea
            """),
        "F001", "F001 前方 1 人：10:02 到达；紧排在 A001 之后（10:01 到达）。",
        "F001 has 1 ahead: came 10:02; right behind A001 (came 10:01).");

    private static void Says(HallScript script, string number, string chinese, string english)
    {
        var ticket = script.Ticket(number);
        Assert.Equal(new Why(chinese, english), Why.Of(script.Hall, ticket, Standing.Of(script.Hall, ticket)));
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_ticket_says_why_it_stands_where_it_stands(
        string name, string script, string number, string chinese, string english)
    {
        Assert.NotEmpty(name);
        var played = new HallScript(Plans.Little).Play(script);
        var ticket = played.Ticket(number);
        var why = Why.Of(played.Hall, ticket, Standing.Of(played.Hall, ticket));
        Assert.Equal(chinese, why.Zh);
        Assert.Equal(english, why.En);
    }

    [Fact]
    public void The_time_of_arrival_is_that_of_the_hall()
    {
        var played = new HallScript(Plans.Little with { Zone = "Europe/Berlin" }).Play("10:02 take => A001");
        var ticket = played.Ticket("A001");
        Assert.Equal("A001 is next: came 10:02.", Why.Of(played.Hall, ticket, Standing.Of(played.Hall, ticket)).En);
    }
}
