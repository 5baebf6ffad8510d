using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Yihao.Load.Clients;

/// <summary>
/// Asks over HTTP/1.1 with connections that are kept, as lean as .NET's own client can be made: what it costs is
/// measured too, on the same machine.
/// </summary>
internal sealed class HttpCaller(Uri server) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>Longer than any server under test repeats on its own.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler
    {
        UseCookies = false,
        UseProxy = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = Patience,
    });

    /// <returns>Status and body.</returns>
    /// <exception cref="HttpRequestException">No answer: the outcome is unknown.</exception>
    public Task<(HttpStatusCode Status, byte[] Body)> Post(string path, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = Json;
        return Send(new HttpRequestMessage(HttpMethod.Post, new Uri(server, path)) { Content = content });
    }

    public async Task<JsonElement> Get(string path)
    {
        var (status, body) = await Send(new HttpRequestMessage(HttpMethod.Get, new Uri(server, path)));
        return status == HttpStatusCode.OK
            ? JsonElement.Parse(body)
            : throw new WrongAnswerException($"GET {path} was answered {(int)status}");
    }

    /// <summary>The text or number of a field at the top of a JSON object; null when it is null or not there.</summary>
    public static string? Field(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                continue;
            var found = reader.ValueTextEquals(name);
            reader.Read();
            if (!found)
                reader.Skip();
            else if (reader.TokenType == JsonTokenType.Null)
                return null;
            else
                return System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
        }

        return null;
    }

    public void Dispose() => http.Dispose();

    private async Task<(HttpStatusCode Status, byte[] Body)> Send(HttpRequestMessage request)
    {
        using (request)
        using (var response = await http.SendAsync(request, CancellationToken.None))
            return (response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }
}
