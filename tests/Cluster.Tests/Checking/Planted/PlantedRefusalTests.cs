using System.Text.Json.Nodes;
using Yihao.Cluster.Tests.Checking.Recording;
using static Yihao.Cluster.Tests.Checking.Recording.CheckedCounty;

namespace Yihao.Cluster.Tests.Checking.Planted;

/// <summary>What a faulty cluster would have refused.</summary>
[Collection<OneRecording>]
public sealed class PlantedRefusalTests(RecordedRun recorded)
{
    private readonly Plant plant = new(recorded);

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
    public void A_refusal_until_another_time_is_found()
    {
        plant.Answer(Refused("recall-too-soon"), answer =>
            answer["from"] = JsonValue.Create(DateTimeOffset.Parse((string)answer["from"]!).AddHours(1)));
        plant.IsFoundAlone("replayed-answers", "the rules refuse it until");
    }

    [Theory]
    [InlineData("cancelled", "ticket-unknown", "the hall knows the ticket")]
    [InlineData("finished", "window-unknown", "the hall has the window")]
    public void A_repetition_that_does_not_know_what_it_was_about_is_found(string request, string code, string why)
    {
        var again = plant.LastNote<Attempted>(a => a.RequestId == request);
        var problem = Plant.Changed(again.Answer, answer => answer["code"] = code);
        plant.Replace(again, again with { Status = 404, Answer = problem });
        plant.IsFoundAlone("replayed-answers", why);
    }

    [Fact]
    public void A_door_that_does_not_know_a_window_of_the_hall_is_found()
    {
        var open = Refused("window-unknown");
        plant.Replace(open, open with { Path = "windows/1/open" });
        Assert.Equal(["replayed-answers"], plant.Found());
    }

    [Fact]
    public void A_door_that_does_not_know_a_hall_of_the_network_is_found()
    {
        var take = Refused("hall-unknown");
        plant.Replace(take, take with { Hall = County });
        plant.IsFoundAlone("replayed-answers", "the network has the hall");
    }

    [Fact]
    public void A_door_that_does_not_know_the_hall_of_a_ticket_is_found()
    {
        var look = plant.LastNote<Attempted>(
            a => a is { Method: "GET", Status: 200 } && a.Path.StartsWith("tickets/", StringComparison.Ordinal));
        plant.Replace(look, look with { Status = 404, Answer = """{ "code": "ticket-unknown" }""" });
        plant.IsFoundAlone("replayed-answers", "the network has its hall");
    }

    [Fact]
    public void A_door_that_does_not_know_where_a_ticket_is_sent_is_found()
    {
        var sent = plant.Note<Attempted>(a => a is { Path: "windows/1/transfer", Status: 200, Hall: Village });
        var other = sent with { RequestId = "other", Status = 404, Answer = """{ "code": "hall-unknown" }""" };
        plant.Add(other with { Body = Plant.Changed(sent.Body!, body => body["requestId"] = "other") });
        plant.IsFoundAlone("replayed-answers", "the network has both halls");
    }

    private static long SeqOf(JsonObject answer) => (long)answer["asOf"]!["seq"]!;

    private Attempted Last(string path, int status) =>
        plant.LastNote<Attempted>(a => a.Path == path && a.Status == status);

    private Attempted Refused(string code) => plant.Note<Attempted>(
        a => a.Status >= 400 && (string?)JsonNode.Parse(a.Answer)!["code"] == code);
}
