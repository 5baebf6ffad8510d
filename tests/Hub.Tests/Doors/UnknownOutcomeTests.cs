using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yihao.Hub.Doors;

namespace Yihao.Hub.Tests.Doors;

public sealed class UnknownOutcomeTests
{
    [Fact]
    public async Task An_answer_to_an_exception_has_the_safe_headers_too()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        builder.Services.AddExceptionHandler<UnknownOutcome>();
        await using var server = builder.Build();
        server.UseExceptionHandler(_ => { });
        server.UseSafeHeaders();
        server.MapGet("/api/fails", string () => throw new InvalidOperationException("secret"));
        await server.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        using var answer = await http.GetAsync("/api/fails");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("default-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
