namespace Yihao.Rules.Tests;

/// <summary>Every command in every state, from tables: what happens, or why not.</summary>
public class CommandTests
{
    public static TheoryData<string, string, string> WindowRows =>
        [.. TextTable.Read(WindowTable.Rows).Select(r => (r.Command, r.State, r.Expected))];

    public static TheoryData<string, string, string> TicketRows =>
        [.. TextTable.Read(TicketTable.Rows).Select(r => (r.Command, r.State, r.Expected))];

    public static TheoryData<string, string, string> OfferRows =>
        [.. TextTable.Read(OfferTable.Rows).Select(r => (r.Command, r.State, r.Expected))];

    public static TheoryData<string, string, string, string> LimitRows =>
        [.. LimitTable.Rows.Select(r => (r.Name, r.Script, r.Command, r.Expected))];

    public static TheoryData<string> UnknownWindowRows => [.. UnknownWindowTable.Commands];

    [Theory]
    [MemberData(nameof(WindowRows))]
    public void A_window_answers_every_command_in_every_state(string command, string state, string expected) =>
        new HallScript(Plans.Little).Play(WindowTable.Before(state)).Play($"09:05 {command} => {expected}");

    [Theory]
    [MemberData(nameof(TicketRows))]
    public void A_ticket_answers_every_command_in_every_state(string command, string state, string expected) =>
        new HallScript(Plans.Little)
            .Play(TicketTable.Before(state))
            .Play($"{TicketTable.At(state)} {command} => {expected}");

    [Theory]
    [MemberData(nameof(OfferRows))]
    public void A_window_with_an_offer_answers_every_command(string command, string state, string expected) =>
        new HallScript(OfferTable.Plan(state)).Play(OfferTable.Before(state)).Play($"08:57 {command} => {expected}");

    [Theory]
    [MemberData(nameof(LimitRows))]
    public void A_limit_holds(string name, string script, string command, string expected)
    {
        Assert.NotEmpty(name);
        new HallScript(Plans.Little).Play(script).Play($"{command} => {expected}");
    }

    [Theory]
    [MemberData(nameof(UnknownWindowRows))]
    public void A_window_that_does_not_exist_is_named_so(string command) =>
        new HallScript(Plans.Little).Play("take => A001").Play($"{command} => window-unknown");

    [Fact]
    public void A_third_return_of_a_no_show_is_refused() => new HallScript(Plans.OneMatter).Play("""
        09:00 open 1 li
        09:00 take => A001
        09:00 call 1 => A001
        09:01 recall 1
        09:02 recall 1
        09:02 miss 1
        09:03 return A001
        09:03 call 1 => A001
        09:04 recall 1
        09:05 recall 1
        09:05 miss 1
        09:06 return A001
        09:06 call 1 => A001
        09:07 recall 1
        09:08 recall 1
        09:08 miss 1
        09:09 return A001 => return-limit
        see A001 noshow
        """);

    [Fact]
    public void With_two_floors_a_no_show_takes_twice_as_long() => new HallScript(Plans.TwoFloors).Play("""
        09:00 open 1 li
        take => A001
        call 1 => A001
        09:00:30 recall 1
        09:01:00 recall 1
        09:01:59 miss 1 => no-show-too-soon from 09:02:00
        09:02:00 miss 1
        """);

    /// <summary>Repetition is the business of the request, not of a row: see RequestTests.</summary>
    [Fact]
    public void Every_refusal_is_provoked_by_a_row()
    {
        var rows = TextTable.Read(WindowTable.Rows).Concat(TextTable.Read(TicketTable.Rows))
            .Concat(TextTable.Read(OfferTable.Rows)).Select(r => r.Expected)
            .Concat(LimitTable.Rows.Select(r => r.Expected))
            .Append("window-unknown")
            .Append("return-limit")
            .Select(expected => expected.Split(' ')[0])
            .ToHashSet();
        Assert.All(
            Enum.GetValues<Refusal>().Where(r => r != Refusal.RequestIdReused),
            refusal => Assert.Contains(Trace.Code(refusal), rows));
    }

    [Fact]
    public void Every_command_stands_in_a_table()
    {
        var spoken = WindowTable.Rows + TicketTable.Rows + OfferTable.Rows
            + string.Join('\n', LimitTable.Rows.Select(r => r.Command));
        string[] words =
        [
            "take", "cancel", "return", "pass", "open", "call", "recall", "start", "finish", "miss", "hold", "release",
            "transfer", "pause", "resume", "close", "lose", "accept", "decline", "silent", "heard", "rest", "standby",
            "standdown", "take-away", "send", "receive", "moved", "ask", "lent", "withdraw", "settle", "lend", "hear",
        ];
        Assert.All(words, word => Assert.Contains(word, spoken, StringComparison.Ordinal));
        // Three more are never refused: the plan, the power, and what follows from all others. "call" is two.
        var commands = typeof(HallCommand).Assembly.GetTypes()
            .Count(t => t.IsSubclassOf(typeof(HallCommand)) && !t.IsAbstract);
        Assert.Equal(words.Length + 3 + 1, commands);
    }
}
