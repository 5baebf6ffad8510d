using System.Net.Http.Json;
using System.Text.Json;

namespace Yihao.Hub.Demo;

/// <summary>
/// The public contract as the sample people use it: repeats with the same id while the outcome is unknown.
/// </summary>
internal sealed class DemoDoor(HttpClient http)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public Task<DemoAnswer> Get(string path, CancellationToken cancellation) =>
        UntilKnown(() => http.GetAsync(path, cancellation), cancellation);

    /// <param name="body">The fields without the request id, which is made here.</param>
    public Task<DemoAnswer> Post(
        string path, IReadOnlyDictionary<string, object?> body, CancellationToken cancellation)
    {
        var command = new Dictionary<string, object?>(body) { ["requestId"] = Guid.NewGuid().ToString() };
        return UntilKnown(() => http.PostAsJsonAsync(path, command, cancellation), cancellation);
    }

    public Task<DemoAnswer> Post(string path, CancellationToken cancellation) =>
        Post(path, new Dictionary<string, object?>(), cancellation);

    private static async Task<DemoAnswer> UntilKnown(
        Func<Task<HttpResponseMessage>> send, CancellationToken cancellation)
    {
        while (true)
        {
            if (await TryOnce(send, cancellation) is { } known)
                return known;
            await Task.Delay(Pause, cancellation);
        }
    }

    private static async Task<DemoAnswer?> TryOnce(Func<Task<HttpResponseMessage>> send, CancellationToken cancellation)
    {
        try
        {
            using var response = await send();
            if ((int)response.StatusCode is 429 or >= 500)
                return null;
            var body = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
            return response.IsSuccessStatusCode
                ? new DemoAnswer(body, null)
                : new DemoAnswer(body, body.GetProperty("code").GetString());
        }
        catch (Exception lost) when (lost is HttpRequestException or JsonException or IOException
            || lost is TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}

/// <param name="Code">Why it was refused; null when it was not.</param>
internal sealed record DemoAnswer(JsonElement Body, string? Code)
{
    public string? Text(string field) => TextOf(Body, field);

    public static string? TextOf(JsonElement element, string field) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static DateTimeOffset? InstantOf(JsonElement element, string field) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetDateTimeOffset()
            : null;
}
