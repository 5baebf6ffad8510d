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
