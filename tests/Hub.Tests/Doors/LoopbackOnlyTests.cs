using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Yihao.Hub.Doors;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Doors;

/// <summary>What operators see is not for citizens' phones.</summary>
public sealed class LoopbackOnlyTests(SharedServer shared)
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1:5080", null, true)]
    [InlineData("127.9.9.9", "localhost", null, true)]
    [InlineData("::1", "[::1]:5080", null, true)]
    [InlineData("::ffff:127.0.0.1", "localhost", null, true)]
    [InlineData("192.0.2.7", "localhost", null, false)]
    [InlineData("::ffff:192.0.2.7", "localhost", null, false)]
    [InlineData("2001:db8::7", "localhost", null, false)]
    [InlineData(null, "localhost", null, false)]
    [InlineData("127.0.0.1", "evil.example", null, false)]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-For", false)]
    [InlineData("127.0.0.1", "localhost", "Forwarded", false)]
    [InlineData("127.0.0.1", "localhost", "via", false)]
    [InlineData("127.0.0.1", "localhost", "X-Real-IP", false)]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-Proto", false)]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-Host", false)]
    public void Only_who_asks_on_the_machine_is_let_in(string? address, string host, string? header, bool let)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        http.Request.Host = new HostString(host);
        if (header is not null)
            http.Request.Headers[header] = "192.0.2.7";

        Assert.Equal(let, LoopbackOnly.IsHere(http));
    }

    [Theory]
    [InlineData("GET", "/metrics")]
    [InlineData("GET", "/METRICS")]
    [InlineData("GET", "/ops/memory")]
    [InlineData("GET", "/ops/halls")]
    [InlineData("GET", "/ops/orleans")]
    [InlineData("GET", "/ops/orleans/DashboardCounters")]
    [InlineData("POST", "/ops/collect")]
    public async Task Who_comes_through_a_proxy_is_refused(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("X-Forwarded-For", "192.0.2.7");
        using var answer = await shared.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("\"not-allowed\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/ops/memory")]
    [InlineData("/ops/halls")]
    [InlineData("/ops/orleans/")]
    public async Task Who_asks_on_the_machine_is_answered(string path)
    {
        using var answer = await shared.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_full_collection_says_what_the_heap_was_and_is()
    {
        using var answer = await shared.Http.PostAsync("/ops/collect", null);
        using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        var (before, after) = (said.RootElement.GetProperty("before"), said.RootElement.GetProperty("after"));
        Assert.True(before.GetProperty("heapBytes").GetInt64() > 0);
        Assert.True(after.GetProperty("heapBytes").GetInt64() > 0);
        Assert.True(after.GetProperty("collections").GetInt32() > before.GetProperty("collections").GetInt32());
    }

    [Fact]
    public async Task A_page_of_another_site_may_not_start_a_collection()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ops/collect");
        request.Headers.Add("Origin", "http://evil.example");
        using var answer = await shared.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
