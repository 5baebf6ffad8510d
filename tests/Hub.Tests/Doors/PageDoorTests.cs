using System.Net;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Doors;

public sealed class PageDoorTests(SharedServer shared)
{
    private readonly HttpClient http = shared.Http;

    private static bool PagesAreBuilt => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));

    [Theory]
    [InlineData("/")]
    [InlineData("/kiosk/450521")]
    [InlineData("/kiosk/no-such-hall")]
    [InlineData("/display/450521")]
    [InlineData("/display/450521/windows/3")]
    [InlineData("/counter/450521/3")]
    [InlineData("/counter/450521/999")]
    [InlineData("/halls")]
    [InlineData("/t/450521-20261123-A001-ffffffffffffffffffffffff")]
    public async Task Every_station_gets_its_page_or_how_to_build_it(string path)
    {
        using var answer = await http.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(PagesAreBuilt ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var expected = PagesAreBuilt ? "<!doctype html>" : "dotnet build src/Silo";
        Assert.Contains(expected, text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Scripts_are_kept_for_ever_and_come_compressed()
    {
        if (!PagesAreBuilt)
            return;
        var script = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "wwwroot", "assets"), "*.js")
            .OrderByDescending(f => new FileInfo(f).Length).First();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/assets/{Path.GetFileName(script)}");
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await http.SendAsync(request);
        Assert.Contains("immutable", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Contains("br", answer.Content.Headers.ContentEncoding);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_page_keeps_to_itself()
    {
        using var answer = await http.GetAsync("/t/secret");
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains($"ws://{shared.Server.Address.Authority}", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example", 403)]
    [InlineData("null", 403)]
    [InlineData("http://localhost:5173", 200)]
    public async Task A_page_of_another_site_may_not_command_a_hall(string origin, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/halls/{shared.FreshHall()}/tickets")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { requestId = Caller.NewId() }),
        };
        request.Headers.Add("Origin", origin);
        using var answer = await http.SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode == 201 ? 200 : (int)answer.StatusCode);
        using var hub = new HttpRequestMessage(HttpMethod.Post, "/hubs/display/negotiate?negotiateVersion=1");
        hub.Headers.Add("Origin", origin);
        using var negotiated = await http.SendAsync(hub);
        Assert.Equal(status, (int)negotiated.StatusCode);
    }

    [Fact]
    public async Task The_build_and_the_health_are_told()
    {
        var build = (await http.Get("/api/build")).Accepted();
        Assert.Equal(16, build.Text("build")!.Length);
        Assert.Equal("loopback", build.Text("doors"));
        Assert.Equal("ready", (await http.Get("/healthz/ready")).Accepted().Text("status"));
        Assert.Equal("live", (await http.Get("/healthz/live")).Accepted().Text("status"));
    }
}
