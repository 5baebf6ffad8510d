using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yihao.Hub.Voice;

namespace Yihao.Hub.Tests.Voice;

/// <summary>The voice over HTTP, from a real server.</summary>
public sealed class CallVoiceDoorTests : IAsyncLifetime
{
    private readonly HttpClient _screen = new();
    private WebApplication? _server;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        builder.Services.AddCallVoice(new HubOptions());
        _server = builder.Build();
        _server.MapCallVoice();
        await _server.StartAsync(TestContext.Current.CancellationToken);
        var addresses = _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        _screen.BaseAddress = new Uri(addresses.Addresses.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _screen.Dispose();
        await _server!.DisposeAsync();
    }

    [Theory]
    [InlineData("/audio/call/A012-3.wav", VoiceLanguage.Zh, CallPlace.Window)]
    [InlineData("/audio/call/A012-3.wav?lang=zh", VoiceLanguage.Zh, CallPlace.Window)]
    [InlineData("/audio/call/A012-3.wav?lang=en", VoiceLanguage.En, CallPlace.Window)]
    [InlineData("/audio/call/A012-3.wav?lang=zh&place=booth", VoiceLanguage.Zh, CallPlace.Booth)]
    public async Task A_call_is_sound_that_never_changes(string address, VoiceLanguage language, CallPlace place)
    {
        using var answer = await Get(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("audio/wav", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", Assert.Single(answer.Headers.GetValues("Cache-Control")));
        var expected = new CallVoice(VoiceClips.Usual).Wav("A012", "3", language, place);
        Assert.Equal(expected, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_player_may_ask_for_a_part()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/audio/call/A012-3.wav");
        request.Headers.Range = new RangeHeaderValue(0, 3);
        using var answer = await _screen.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("RIFF", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/audio/call/a012-3.wav", 400)]
    [InlineData("/audio/call/A01-3.wav", 400)]
    [InlineData("/audio/call/A012-123456789.wav", 400)]
    [InlineData("/audio/call/A012-3-4.wav", 400)]
    [InlineData("/audio/call/A012--3.wav", 400)]
    [InlineData("/audio/call/A012-%E4%B8%89.wav", 400)]
    [InlineData("/audio/call/A012-3%0A.wav", 400)]
    [InlineData("/audio/call/A012-%2e%2e%2f3.wav", 400)]
    [InlineData("/audio/call/A012-3.wav?lang=de", 400)]
    [InlineData("/audio/call/A012-3.wav?lang=", 400)]
    [InlineData("/audio/call/A012-3.wav?lang=zh&lang=en", 400)]
    [InlineData("/audio/call/A012-3.wav?place=roof", 400)]
    [InlineData("/audio/call/A012-3.mp3", 404)]
    [InlineData("/audio/call/A012.wav", 404)]
    [InlineData("/audio/call/450521/A012-3.wav", 404)]
    [InlineData("/audio/call/", 404)]
    public async Task What_is_no_call_is_refused_with_a_code(string address, int status)
    {
        using var answer = await Get(address);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.False(answer.Headers.Contains("Cache-Control"));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("request-invalid", problem.GetProperty("code").GetString());
    }

    private Task<HttpResponseMessage> Get(string address) =>
        _screen.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
}
