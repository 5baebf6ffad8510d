using System.Net.Http.Json;
using System.Text.Json;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Killing;

/// <summary>A caller that repeats a command with its id until its outcome is known, as the contract asks.</summary>
internal sealed class Persistent(HttpClient http)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private int repeats;

    /// <summary>How often a command had to be sent again.</summary>
    public int Repeats => repeats;

    public async Task<Answered> Post(string path, object body)
    {
        while (true)
        {
            if (await Try(path, body) is { } known)
                return known;
            Interlocked.Increment(ref repeats);
            await Task.Delay(Pause);
        }
    }

    private async Task<Answered?> Try(string path, object body)
    {
        try
        {
            using var response = await http.PostAsJsonAsync(path, body);
            if ((int)response.StatusCode is 503 or 429)
                return null;
            Assert.True((int)response.StatusCode < 500, $"{response.StatusCode}");
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, answer);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or TaskCanceledException)
        {
            return null;
        }
    }
}
