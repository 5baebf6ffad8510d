using System.Net;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Doors;

/// <summary>A name that resolves to this machine does not make a foreign page one of ours (DNS rebinding).</summary>
public sealed class OwnHostTests(SharedServer shared)
{
    [Theory]
    [InlineData("evil.example", "/api/halls")]
    [InlineData("evil.example", "/")]
    [InlineData("evil.example", "/hubs/display")]
    [InlineData("localhost.evil.example", "/api/build")]
    [InlineData("127.0.0.1.evil.example", "/healthz/ready")]
    [InlineData("192.0.2.1", "/api/halls")]
    [InlineData("[2001:db8::1]", "/api/halls")]
    public async Task Another_host_is_refused_everywhere(string host, string path)
    {
        using var answer = await Ask(host, path);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"not-allowed\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:80")]
    [InlineData("127.0.0.1:5000")]
    [InlineData("127.8.9.10")]
    [InlineData("[::1]:5000")]
    public async Task The_machine_answers_to_its_own_names(string host)
    {
        using var answer = await Ask(host, "/api/build");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_voice_and_a_taken_number_are_behind_it_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/halls/{shared.FreshHall()}/tickets")
        {
            Headers = { Host = "evil.example" },
            Content = new StringContent("{}"),
        };
        request.Headers.Add("Origin", "http://evil.example");
        using var taken = await shared.Http.SendAsync(request);
        using var voice = await Ask("evil.example", "/audio/call/A001-2.wav");
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (taken.StatusCode, voice.StatusCode));
    }

    private async Task<HttpResponseMessage> Ask(string host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
        return await shared.Http.SendAsync(request);
    }
}
