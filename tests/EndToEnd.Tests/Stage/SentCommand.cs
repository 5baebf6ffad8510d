using System.Text.Json;

namespace Yihao.EndToEnd.Tests.Stage;

/// <summary>A call of a hub's method, as it travels in SignalR's JSON.</summary>
internal sealed record SentCommand(string Invocation, string Body)
{
    private const char EndOfRecord = '\u001e';

    /// <summary>The call of that method in the frame; null when it is none.</summary>
    public static SentCommand? Read(string? frame, string method)
    {
        foreach (var message in Messages(frame))
        {
            if (message.TryGetProperty("target", out var target) && target.GetString() == method)
            {
                return new(
                    message.GetProperty("invocationId").GetString()!,
                    message.GetProperty("arguments").GetRawText());
            }
        }

        return null;
    }

    /// <summary>The frame completes the call.</summary>
    public static bool Answers(string? frame, string invocation) => Messages(frame).Any(message =>
        message.TryGetProperty("invocationId", out var id) && id.GetString() == invocation);

    private static IEnumerable<JsonElement> Messages(string? frame) => (frame ?? string.Empty)
        .Split(EndOfRecord, StringSplitOptions.RemoveEmptyEntries)
        .Select(message => JsonSerializer.Deserialize<JsonElement>(message));
}
