using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Yihao.EndToEnd.Tests.Stage;

/// <summary>
/// The wire between a page and one of the hubs: what travels on it can be lost, doubled or changed, message by message.
/// </summary>
internal sealed class Wire
{
    private const char EndOfMessage = '\u001e';

    private IWebSocketRoute? page;
    private IWebSocketRoute? server;

    /// <summary>What becomes of a message of the server on its way; as it is, unless set.</summary>
    public Func<JsonNode, IEnumerable<JsonNode>> ToPage { get; set; } = message => [message];

    /// <summary>What becomes of a message of the page on its way; as it is, unless set.</summary>
    public Func<JsonNode, JsonNode> ToServer { get; set; } = message => message;

    /// <summary>Lays the wire; the page must be loaded after that.</summary>
    public static async Task<Wire> Lay(IPage page, string hub)
    {
        var wire = new Wire();
        await page.RouteWebSocketAsync($"**/hubs/{hub}", wire.Connect);
        return wire;
    }

    /// <summary>Both ends lose the connection.</summary>
    public async Task Cut()
    {
        await page!.CloseAsync();
        await server!.CloseAsync();
    }

    private void Connect(IWebSocketRoute fromPage)
    {
        var toServer = fromPage.ConnectToServer();
        (page, server) = (fromPage, toServer);
        fromPage.OnMessage(frame => Send(toServer, Messages(frame).Select(ToServer)));
        toServer.OnMessage(frame => Send(fromPage, Messages(frame).SelectMany(ToPage)));
    }

    private static IEnumerable<JsonNode> Messages(IWebSocketFrame frame) => frame.Text!
        .Split(EndOfMessage, StringSplitOptions.RemoveEmptyEntries)
        .Select(message => JsonNode.Parse(message)!);

    private static void Send(IWebSocketRoute end, IEnumerable<JsonNode> messages)
    {
        foreach (var message in messages)
            end.Send(message.ToJsonString() + EndOfMessage);
    }
}

/// <summary>What the messages of a hub say.</summary>
internal static class WireMessages
{
    public static bool Is(this JsonNode message, string target) => (string?)message["target"] == target;

    public static bool Completes(this JsonNode message, string? invocation) =>
        invocation is not null && message["target"] is null && (string?)message["invocationId"] == invocation;

    /// <summary>A push with a call in it.</summary>
    public static bool IsCall(this JsonNode message) => message.Is("events")
        && message["arguments"]![0]!["events"]!.AsArray().Any(one => (string?)one!["kind"] == "called");
}
