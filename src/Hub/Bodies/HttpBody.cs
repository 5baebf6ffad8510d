using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Yihao.Hub.Asking;

namespace Yihao.Hub.Bodies;

/// <summary>Reads the JSON body of a request, within a limit that no honest one needs.</summary>
internal static class HttpBody
{
    public const int Limit = 16 * 1024;

    private const string Usual = "application/json";
    private const string UsualUtf8 = Usual + "; charset=utf-8";

    private static readonly JsonDocumentOptions Strict = new()
    {
        MaxDepth = 16,
        AllowDuplicateProperties = false,
        CommentHandling = JsonCommentHandling.Disallow,
    };

    /// <summary>The body, or why it cannot be read.</summary>
    public static async ValueTask<(JsonElement Body, Problem? Problem)> Read(HttpRequest request)
    {
        // A page of another site can send text and forms without asking, but not JSON.
        if (request.ContentType is not (Usual or UsualUtf8) && !request.HasJsonContentType())
            return (default, Problems.Invalid(null, "The body must be sent as application/json.", 415));
        if (request.ContentLength > Limit)
            return (default, TooLarge());
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            var bytes = read.Buffer;
            if (read.IsCompleted || bytes.Length > Limit)
            {
                var body = bytes.Length > Limit ? (default, TooLarge()) : Parse(bytes);
                reader.AdvanceTo(bytes.End);
                return body;
            }

            reader.AdvanceTo(bytes.Start, bytes.End);
        }
    }

    private static (JsonElement Body, Problem? Problem) Parse(ReadOnlySequence<byte> bytes)
    {
        try
        {
            return (JsonElement.Parse(bytes.IsSingleSegment ? bytes.FirstSpan : bytes.ToArray(), Strict), null);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return (default, Problems.Invalid(null, "The body is not one JSON value, or it names a field twice."));
        }
    }

    private static Problem TooLarge() =>
        Problems.Invalid(null, $"The body is larger than {Limit / 1024} KB.", StatusCodes.Status413PayloadTooLarge);
}
