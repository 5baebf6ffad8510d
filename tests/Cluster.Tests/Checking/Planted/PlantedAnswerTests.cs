using System.Text.Json.Nodes;
using Yihao.Cluster.Tests.Checking.Recording;
using static Yihao.Cluster.Tests.Checking.Recording.CheckedCounty;

namespace Yihao.Cluster.Tests.Checking.Planted;

/// <summary>What a faulty cluster would have told a worker.</summary>
[Collection<OneRecording>]
public sealed class PlantedAnswerTests(RecordedRun recorded)
{
    private readonly Plant plant = new(recorded);

    [Fact]
    public void An_acknowledged_command_that_nobody_recorded_is_missed()
    {
        var finish = Last("windows/2/finish", 200);
        plant.Replace(finish, finish with { RequestId = "other" });
        Assert.Equal(["acknowledged-is-there"], plant.Found());
    }

    [Fact]
    public void An_acknowledged_command_stands_at_its_asOf_or_before()
    {
        plant.Answer(Last("tickets", 201), answer => plant.SayAsOf(answer, Village, SeqOf(answer) - 1));
        Assert.Equal(["acknowledged-is-there"], plant.Found());
    }

    [Fact]
    public void The_recorded_request_has_the_body_that_was_sent()
    {
        var take = Last("tickets", 201);
        plant.Replace(take, take with { Body = Plant.Changed(take.Body!, body => body["matter"] = null) });
        Assert.Contains("acknowledged-is-there", plant.Found());
    }

    [Fact]
    public void An_answer_without_asOf_is_found()
    {
        plant.Answer(Last("board", 200), answer => answer.Remove("asOf"));
        Assert.Equal(["as-of"], plant.Found());
    }

    [Fact]
    public void A_refusal_without_asOf_is_found()
    {
        plant.Answer(Refused("window-busy"), answer => answer.Remove("asOf"));
        Assert.Equal(["as-of"], plant.Found());
    }

    [Fact]
    public void An_asOf_with_another_time_is_found()
    {
        plant.Answer(
            Last("board", 200), answer => answer["asOf"]!["at"] = JsonValue.Create(DateTimeOffset.UnixEpoch));
        Assert.Equal(["as-of"], plant.Found());
    }

    [Fact]
    public void A_read_that_another_hall_answered_is_found()
    {
        plant.Add(plant.LastNote<Attempted>(a => a is { Path: "board", Hall: Village }) with { Hall = County });
        Assert.Equal(["as-of"], plant.Found());
    }

    [Fact]
    public void An_asOf_that_the_ledger_never_reached_is_found()
    {
        var last = plant.LastNote<Attempted>(_ => true);
        plant.Answer(last, answer => answer["asOf"]!["seq"] = 9_999);
        Assert.Equal(["as-of"], plant.Found());
    }

    [Fact]
    public void An_asOf_of_another_ledger_is_found()
    {
        plant.Answer(Last("windows/2/finish", 200), answer => answer["asOf"]!["ledger"] = "another");
        Assert.Contains("as-of", plant.Found());
    }

    [Theory]
    [InlineData("tickets", 201, "number", "A999")]
    [InlineData("tickets", 201, "state", "called")]
    [InlineData("windows/1/start", 200, "state", "ready")]
    [InlineData("windows/2/finish", 200, "ticket", "450521-20261123-A001")]
    [InlineData("windows/2/resume", 200, "clerk", "c1")]
    [InlineData("board", 200, "businessDay", "2020-01-01")]
    [InlineData("windows/1/call-next", 200, "number", "A999")]
    [InlineData("standby", 200, "clerk", "c1")]
    public void A_changed_word_of_an_answer_is_found(string path, int status, string field, string word)
    {
        plant.Answer(Last(path, status), answer => answer[field] = word);
        Assert.Equal(["replayed-answers"], plant.Found());
    }

    [Fact]
    public void A_wrong_place_in_the_line_is_found()
    {
        plant.Answer(Last("tickets", 201), answer => answer["ahead"] = (int)answer["ahead"]! + 1);
        Assert.Equal(["replayed-answers"], plant.Found());
    }

    [Fact]
    public void A_wrong_count_on_a_board_is_found()
    {
        plant.Answer(Last("board", 200), answer => answer["waiting"]![0]!["count"] = 99);
        Assert.Equal(["replayed-answers"], plant.Found());
    }

    [Fact]
    public void A_call_that_is_missing_on_a_board_is_found()
    {
        plant.Answer(Last("board", 200), answer => answer["calls"]!.AsArray().RemoveAt(0));
        Assert.Equal(["replayed-answers"], plant.Found());
    }

    [Fact]
    public void A_line_in_another_order_is_found()
    {
        var line = plant.LastNote<Attempted>(a =>
            a.Path == "waiting" && JsonNode.Parse(a.Answer)!["tickets"]!.AsArray().Count > 1);
        plant.Answer(line, answer =>
        {
            var tickets = answer["tickets"]!.AsArray();
            var first = tickets[0];
            tickets.RemoveAt(0);
            tickets.Add(first);
        });
        Assert.Equal(["replayed-answers"], plant.Found());
    }

    [Fact]
    public void A_window_that_a_hall_shows_otherwise_is_found()
    {
        plant.Answer(Last("", 200), answer => answer["windows"]![0]!["state"] = "serving");
        Assert.Equal(["replayed-answers"], plant.Found());
    }

    [Theory]
    [InlineData("window-busy", "window-not-open")]
    [InlineData("recall-too-soon", "ticket-not-called")]
    [InlineData("ticket-not-called", "window-busy")]
    [InlineData("clerk-elsewhere", "clerk-unknown")]
    [InlineData("request-id-reused", "matter-unknown")]
    [InlineData("not-allowed", "ticket-unknown")]
    [InlineData("window-paused", "hall-closed")]
    [InlineData("ticket-already-finished", "ticket-not-waiting")]
    public void A_refusal_with_another_code_is_found(string real, string other)
    {
        plant.Answer(Refused(real), answer => answer["code"] = other);
        Assert.Equal(["replayed-answers"], plant.Found());
    }

    [Fact]
    public void A_refusal_of_what_the_rules_accept_is_found()
    {
        var start = Last("windows/1/start", 200);
        var problem = Plant.Changed(start.Answer, answer =>
        {
            plant.SayAsOf(answer, County, SeqOf(answer) - 1);
            answer["code"] = "ticket-not-called";
        });
        plant.Replace(start, start with { Status = 409, Answer = problem, RequestId = "other" });
        Assert.Equal(["replayed-answers"], plant.Found());
    }

    [Fact]
    public void Nobody_waiting_while_somebody_waits_is_found()
    {
        var call = plant.Note<Attempted>(a => a is { Path: "windows/1/call-next", Status: 200 });
        var nobody = Plant.Changed(call.Answer, answer =>
        {
            plant.SayAsOf(answer, County, SeqOf(answer) - 1);
            (answer["ticket"], answer["number"], answer["reason"]) = (null, null, "nobody-waiting");
        });
        plant.Replace(call, call with { Answer = nobody, RequestId = "other" });
        Assert.Equal(["replayed-answers"], plant.Found());
    }

    [Fact]
    public void A_door_that_does_not_know_a_window_of_the_hall_is_found()
    {
        var open = Refused("window-unknown");
        plant.Replace(open, open with { Path = "windows/1/open" });
        Assert.Equal(["replayed-answers"], plant.Found());
    }

    [Fact]
    public void An_answer_that_nobody_can_read_is_found()
    {
        plant.Replace(Last("board", 200), Last("board", 200) with { Answer = "<html>" });
        Assert.Equal(["as-of"], plant.Found());
    }

    [Fact]
    public void A_stale_answer_is_found()
    {
        var early = plant.Note<Attempted>(a => a is { Path: "board", Hall: County });
        var end = plant.LastNote<Attempted>(_ => true).Returned;
        plant.Add(early with { Invoked = end + TimeSpan.FromSeconds(1), Returned = end + TimeSpan.FromSeconds(2) });
        Assert.Equal(["real-time-order"], plant.Found());
    }

    [Fact]
    public void A_command_that_is_recorded_before_it_was_asked_is_found()
    {
        var finish = Last("windows/2/finish", 200);
        var end = plant.LastNote<Attempted>(_ => true).Returned;
        plant.Replace(finish, finish with { Invoked = end, Returned = end + TimeSpan.FromSeconds(1) });
        Assert.Equal(["real-time-order"], plant.Found());
    }

    [Fact]
    public void What_never_was_answered_is_no_violation()
    {
        var finish = Last("windows/2/finish", 200);
        plant.Replace(finish, finish with { Status = 0, Answer = "" });
        Assert.Empty(plant.Found());
    }

    [Fact]
    public void A_lost_clerk_without_a_reason_is_found()
    {
        plant.Replace(plant.Note<Absence>(_ => true));
        Assert.Equal(["calm-windows"], plant.Found());
    }

    [Fact]
    public void A_clerk_who_is_lost_at_another_time_than_he_was_away_is_found()
    {
        var absence = plant.Note<Absence>(_ => true);
        plant.Replace(absence, absence with { From = TimeSpan.Zero, To = TimeSpan.FromSeconds(1) });
        Assert.Equal(["calm-windows"], plant.Found());
    }

    [Fact]
    public void A_clerk_who_is_away_for_long_and_not_missed_is_found()
    {
        var last = plant.LastNote<Attempted>(a => a.Hall == Village && a.Path.StartsWith("windows/1/")).Returned;
        // The hall has just come up in the recording.
        var from = last + TimeSpan.FromSeconds(10);
        var absence = new Absence(Village, 1, "v1", from, from + TimeSpan.FromSeconds(60), "page closed");
        plant.Add(absence with { To = from + TimeSpan.FromSeconds(20) });
        Assert.Empty(plant.Found());
        plant.Add(absence);
        Assert.Equal(["calm-windows"], plant.Found());
    }

    [Fact]
    public void A_clerk_who_went_with_a_word_is_not_missed()
    {
        var last = plant.LastNote<Attempted>(a => a is { Hall: County, Path: "windows/1/close", Status: 200 }).Returned;
        var from = last + TimeSpan.FromSeconds(10);
        plant.Add(new Absence(County, 1, "c1", from, from + TimeSpan.FromSeconds(60), "page closed"));
        Assert.Empty(plant.Found());
    }

    private static long SeqOf(JsonObject answer) => (long)answer["asOf"]!["seq"]!;

    private Attempted Last(string path, int status) =>
        plant.LastNote<Attempted>(a => a.Path == path && a.Status == status);

    private Attempted Refused(string code) => plant.Note<Attempted>(
        a => a.Status >= 400 && (string?)JsonNode.Parse(a.Answer)!["code"] == code);
}
