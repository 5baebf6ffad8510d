using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Yihao.Contracts;
using Yihao.Hub.Asking;
using Yihao.Hub.Bodies;

namespace Yihao.Hub.Doors;

/// <summary>From a request to a reply, and from a reply to the bytes of an answer.</summary>
internal static class Answering
{
    /// <summary>
    /// Names ledger, seq and time of the state an answer was decided on, also where the body is a plain list.
    /// </summary>
    public const string AsOfHeader = "Yihao-As-Of";

    private const int UsualBytes = 2 * 1024;

    /// <summary>A thread keeps a larger buffer only for the answer at hand.</summary>
    private const int MostKeptBytes = 64 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? written;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    public static async Task WithBody(HttpContext http, Func<JsonElement, Task<Reply>> answer)
    {
        var (body, problem) = await HttpBody.Read(http.Request);
        await Write(http.Response, problem is null ? await answer(body) : problem);
    }

    public static async Task Plainly(HttpContext http, Task<Reply> answer) => await Write(http.Response, await answer);

    public static Task Write(HttpResponse response, Reply reply) => reply switch
    {
        Reply.Given given => Write(response, given),
        Reply.Denied denied => Write(response, denied.Problem),
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply, "unknown reply"),
    };

    public static Task Write(HttpResponse response, Problem problem)
    {
        response.StatusCode = problem.Status;
        NoteAsOf(response, problem.AsOf);
        if (problem.RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return WriteJson(response, problem, "application/problem+json");
    }

    private static Task Write(HttpResponse response, Reply.Given given)
    {
        NoteAsOf(response, given.AsOf);
        if (given.NewAt is { } path)
        {
            response.StatusCode = StatusCodes.Status201Created;
            response.Headers.Location = path;
        }
        return WriteJson(response, given.Value, "application/json; charset=utf-8");
    }

    /// <summary>In one piece with its length: no stream between, no chunks, one write to the socket.</summary>
    private static async Task WriteJson(HttpResponse response, object value, string contentType)
    {
        response.ContentType = contentType;
        Put(response, value);
        await response.BodyWriter.FlushAsync(response.HttpContext.RequestAborted);
    }

    private static void Put(HttpResponse response, object value)
    {
        var buffer = written ??= new ArrayBufferWriter<byte>(UsualBytes);
        buffer.ResetWrittenCount();
        var json = writer ??= new Utf8JsonWriter(buffer, HubJson.WriterOptions);
        json.Reset(buffer);
        JsonSerializer.Serialize(json, value, HubJson.WriterOf(value));
        json.Flush();
        response.ContentLength = buffer.WrittenCount;
        response.BodyWriter.Write(buffer.WrittenSpan);
        if (buffer.Capacity > MostKeptBytes)
            written = null;
    }

    private static void NoteAsOf(HttpResponse response, AsOf? asOf)
    {
        if (asOf is not null)
        {
            response.Headers[AsOfHeader] = string.Create(
                CultureInfo.InvariantCulture, $"{asOf.Ledger};seq={asOf.Seq};at={asOf.At:O}");
        }
    }
}
