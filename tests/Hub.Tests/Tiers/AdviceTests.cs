using System.Text.Json;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Tiers;

[Collection(typeof(QuickHalls))]
public sealed class AdviceTests(QuickServer quick)
{
    private readonly HttpClient http = quick.Http;

    [Fact]
    public async Task A_hall_beside_with_nobody_in_line_is_sooner_and_a_closed_one_is_not()
    {
        var (here, beside) = quick.Neighbours();
        await http.Open(here, "1");
        for (var i = 0; i < 6; i++)
            (await http.Take(here, matter: "assist")).Accepted();
        await Wait.Until(async () => (await Advice(here, "assist")) is { StatusNumber: 200 } asked
            && !Halls(asked).Contains(beside), TimeSpan.FromSeconds(10), () => "the hall beside is closed");

        await http.Open(beside, "1");
        Answered? advice = null;
        await Wait.Until(async () => Halls(advice = (await Advice(here, "assist")).Accepted()).Contains(beside),
            TimeSpan.FromSeconds(10), () => "the hall beside is sooner");
        Assert.Equal((here, "assist"), (advice!.Text("hall"), advice.Text("matter")));
        var own = advice["here"];
        Assert.Equal((6, 1), (own.GetProperty("waiting").GetInt32(), own.GetProperty("windowsOpen").GetInt32()));
        var other = advice["sooner"].EnumerateArray().Single(s => Text(s, "hall") == beside);
        Assert.True(From(other) + 5 <= From(own), advice.Body.ToString());
        Assert.Equal(JsonValueKind.Object, advice["asOf"].ValueKind);
        var estimates = advice["sooner"].EnumerateArray().Select(From).ToList();
        Assert.Equal(estimates.Order(), estimates);

        var back = (await Advice(beside, "assist")).Accepted();
        Assert.DoesNotContain(here, Halls(back));
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused()
    {
        var hall = quick.PullHall();
        (await http.Get($"/api/halls/{hall}/advice")).Refused(400, "request-invalid");
        (await http.Get($"/api/halls/{hall}/advice?matter={new string('x', 65)}")).Refused(400, "request-invalid");
        (await http.Get("/api/halls/999999/advice?matter=assist")).Refused(404, "hall-unknown");
        await Wait.Until(async () => (await Advice(hall, "no-such-matter")).Code == "matter-unknown",
            TimeSpan.FromSeconds(10), () => "every hall near by has answered that it does not know it");
        var here = (await Advice(hall, "construction-permit")).Accepted()["here"];
        Assert.Equal((false, 0), (here.GetProperty("served").GetBoolean(), here.GetProperty("windowsOpen").GetInt32()));
    }

    private static string? Text(JsonElement from, string field) => from.GetProperty(field).GetString();

    private static int From(JsonElement wait) => wait.GetProperty("estimate").GetProperty("fromMinutes").GetInt32();

    private static List<string?> Halls(Answered advice) =>
        [.. advice["sooner"].EnumerateArray().Select(s => Text(s, "hall"))];

    private Task<Answered> Advice(string hall, string matter) => http.Get($"/api/halls/{hall}/advice?matter={matter}");
}
