using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Yihao.Hub.Tests.Running;

/// <summary>An answer over HTTP.</summary>
public sealed record Answered(HttpStatusCode Status, string? MediaType, JsonElement Body)
{
    public int StatusNumber => (int)Status;

    public string? Code => Text("code");

    public string? Text(string field) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(field, out var value) ? value.GetString() : null;

    public JsonElement this[string field] => Body.GetProperty(field);

    /// <summary>The body of an accepted call.</summary>
    public Answered Accepted()
    {
        Assert.True(StatusNumber is 200 or 201, $"{StatusNumber} {Body}");
        return this;
    }

    public void Refused(int status, string code)
    {
        Assert.Equal((status, code), (StatusNumber, Code));
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal(status, Body.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrEmpty(Text("title")));
        Assert.False(string.IsNullOrEmpty(Text("detail")));
        Assert.DoesNotContain("Exception", Body.ToString(), StringComparison.Ordinal);
    }
}

/// <summary>Calls the doors as a kiosk, a clerk or a program would.</summary>
public static class Caller
{
    public static string NewId() => Guid.NewGuid().ToString();

    public static async Task<Answered> Get(this HttpClient http, string path) => await Read(await http.GetAsync(path));

    public static async Task<Answered> Post(this HttpClient http, string path, object body) =>
        await Read(await http.PostAsJsonAsync(path, body));

    public static async Task<Answered> PostRaw(this HttpClient http, string path, HttpContent content) =>
        await Read(await http.PostAsync(path, content));

    public static Task<Answered> Take(this HttpClient http, string hall, string? id = null, string? matter = null) =>
        http.Post($"/api/halls/{hall}/tickets", new { requestId = id ?? NewId(), matter });

    /// <param name="fields">The fields of the body beside the request id.</param>
    public static Task<Answered> AtWindow(
        this HttpClient http, string hall, string window, string call, params (string Field, object? Value)[] fields)
    {
        var body = fields.ToDictionary(f => f.Field, f => f.Value);
        body.TryAdd("requestId", NewId());
        return http.Post($"/api/halls/{hall}/windows/{window}/{call}", body);
    }

    /// <summary>Opens the window with the clerk of its A post, and says who that is.</summary>
    public static async Task<string> Open(this HttpClient http, string hall, string window)
    {
        var clerk = await http.ClerkOf(hall, window);
        (await http.AtWindow(hall, window, "open", ("clerk", clerk))).Accepted();
        return clerk;
    }

    public static async Task<string> ClerkOf(this HttpClient http, string hall, string window) =>
        (await http.Get($"/api/halls/{hall}")).Accepted()["windows"].EnumerateArray()
            .Single(w => w.GetProperty("window").GetString() == window)
            .GetProperty("posts").GetProperty("a").GetString()!;

    public static async Task<Answered> Read(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            var body = text.Length > 0 && response.Content.Headers.ContentType?.MediaType?.Contains("json") == true
                ? JsonElement.Parse(text)
                : default;
            return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, body);
        }
    }
}
