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
    public void An_acknowledged_act_that_no_window_knows_is_found()
    {
        var finish = Last("windows/2/finish", 200);
        plant.Replace(finish, finish with { Path = "windows/2/wave" });
        plant.IsFoundAlone("acknowledged-is-there", "cannot be read as a command");
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
    public void A_held_ticket_that_a_hall_does_not_show_is_found()
    {
        plant.Answer(Last("held", 200), answer => answer["tickets"]!.AsArray().RemoveAt(0));
        plant.IsFoundAlone("replayed-answers", "answer.tickets has");
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

    private static long SeqOf(JsonObject answer) => (long)answer["asOf"]!["seq"]!;

    private Attempted Last(string path, int status) =>
        plant.LastNote<Attempted>(a => a.Path == path && a.Status == status);

    private Attempted Refused(string code) => plant.Note<Attempted>(
        a => a.Status >= 400 && (string?)JsonNode.Parse(a.Answer)!["code"] == code);
}
