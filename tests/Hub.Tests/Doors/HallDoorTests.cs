using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Doors;

public sealed class HallDoorTests(SharedServer shared)
{
    private readonly HttpClient http = shared.Http;

    [Fact]
    public async Task The_list_shows_all_halls_parents_first()
    {
        var halls = (await http.Get("/api/halls")).Accepted().Body.EnumerateArray().ToList();
        var seen = new HashSet<string>();
        foreach (var hall in halls)
        {
            Assert.True(hall.GetProperty("parent").GetString() is not { } parent || seen.Contains(parent));
            Assert.Contains(hall.GetProperty("level").GetString(), (string[])["county", "township", "village"]);
            seen.Add(hall.GetProperty("hall").GetString()!);
        }
        Assert.Contains("450521", seen);
        Assert.True(halls.Count > 40);
    }

    [Fact]
    public async Task A_hall_shows_its_areas_classes_windows_and_posts()
    {
        var hall = (await http.Get("/api/halls/450521")).Accepted();
        Assert.Equal("合浦县", hall.Text("name"));
        Assert.Equal(36, hall["windows"].GetArrayLength());
        Assert.Equal(60, hall["classes"].EnumerateArray()
            .Single(c => c.GetProperty("class").GetString() == "priority").GetProperty("headStartMinutes").GetInt32());
        var window = hall["windows"][0];
        Assert.Equal("closed", window.GetProperty("state").GetString());
        Assert.NotNull(window.GetProperty("posts").GetProperty("a").GetString());
        Assert.EndsWith("+08:00", hall["asOf"].GetProperty("at").GetString(), StringComparison.Ordinal);
        Assert.True(hall["areas"].GetArrayLength() > 0);
    }

    [Fact]
    public async Task Matters_are_found_by_part_of_their_name()
    {
        var all = (await http.Get("/api/halls/450521/matters")).Accepted().Body;
        var found = (await http.Get($"/api/halls/450521/matters?q={Uri.EscapeDataString("养老")}")).Accepted().Body;
        Assert.InRange(found.GetArrayLength(), 1, all.GetArrayLength() - 1);
        Assert.All(found.EnumerateArray(), m => Assert.True(m.GetProperty("materials").GetArrayLength() >= 0));
    }

    [Fact]
    public async Task The_ledger_is_read_in_pages_without_a_gap()
    {
        var hall = shared.FreshHall();
        for (var i = 0; i < 5; i++)
            (await http.Take(hall)).Accepted();
        var seqs = new List<long>();
        for (var page = 0; page < 10; page++)
        {
            var path = $"/api/halls/{hall}/ledger?after={seqs.LastOrDefault()}&take=2";
            var lines = (await http.Get(path)).Accepted().Body.EnumerateArray().ToList();
            seqs.AddRange(lines.Select(l => l.GetProperty("seq").GetInt64()));
            Assert.True(lines.Count <= 2);
        }
        Assert.Equal(Enumerable.Range(1, seqs.Count).Select(s => (long)s), seqs);
        var last = (await http.Get($"/api/halls/{hall}/ledger?after={seqs[^1] - 1}")).Accepted().Body[0];
        Assert.Equal("taken", last.GetProperty("kind").GetString());
        Assert.Equal(64, last.GetProperty("hash").GetString()!.Length);
        Assert.Equal(System.Text.Json.JsonValueKind.Object, last.GetProperty("data").ValueKind);
    }

    [Fact]
    public async Task The_board_and_the_lines_show_who_waits()
    {
        var hall = shared.FreshHall();
        var first = (await http.Take(hall)).Accepted();
        (await http.Take(hall)).Accepted();
        var board = (await http.Get($"/api/halls/{hall}/board")).Accepted();
        Assert.Equal(2, board["waiting"].EnumerateArray().Sum(c => c.GetProperty("count").GetInt32()));
        Assert.Equal(board["asOf"].GetProperty("seq").GetInt64(), board["seq"].GetInt64());
        var waiting = (await http.Get($"/api/halls/{hall}/waiting")).Accepted()["tickets"];
        Assert.Equal(first.Text("ticket"), waiting[0].GetProperty("ticket").GetString());
        Assert.False(string.IsNullOrEmpty(waiting[1].GetProperty("why").GetProperty("zh").GetString()));
        Assert.Equal(0, (await http.Get($"/api/halls/{hall}/held")).Accepted()["tickets"].GetArrayLength());
    }

    [Theory]
    [InlineData("/matters")]
    [InlineData("/ledger")]
    public async Task A_plain_list_says_in_a_header_as_of_when_it_is(string list)
    {
        const string hall = "450521";
        var asOf = (await http.Get($"/api/halls/{hall}")).Accepted()["asOf"];
        using var answer = await http.GetAsync(new Uri($"/api/halls/{hall}{list}", UriKind.Relative));
        var said = Assert.Single(answer.Headers.GetValues("Yihao-As-Of"));
        Assert.StartsWith($"{asOf.GetProperty("ledger").GetString()};seq=", said, StringComparison.Ordinal);
        Assert.True(long.Parse(said.Split(';')[1]["seq=".Length..], System.Globalization.CultureInfo.InvariantCulture)
            >= asOf.GetProperty("seq").GetInt64());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/matters")]
    [InlineData("/waiting")]
    [InlineData("/held")]
    [InlineData("/board")]
    [InlineData("/ledger")]
    public async Task An_unknown_hall_is_refused_everywhere(string what)
    {
        foreach (var hall in (string[])["999999", "450521x", "4505", "%01", "nobody", "450521%2F3"])
            (await http.Get($"/api/halls/{hall}{what}")).Refused(404, "hall-unknown");
    }
}
