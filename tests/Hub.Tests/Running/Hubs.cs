using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Yihao.Hub.Tests.Running;

/// <summary>Connections to the hubs, as pages and programs make them.</summary>
public static class Hubs
{
    public static HubConnection Connect(Uri server, string hub, bool messagePack = false)
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(server, $"/hubs/{hub}"), options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
        });
        if (messagePack)
            builder.AddMessagePackProtocol();
        var connection = builder.Build();
        // As the pages do: the server gives up a connection that is silent for ten seconds.
        connection.KeepAliveInterval = TimeSpan.FromSeconds(3);
        return connection;
    }

    /// <summary>The answer of a method with one body.</summary>
    public static Task<JsonElement> Ask(this HubConnection hub, string method, object body) =>
        hub.InvokeAsync<JsonElement>(method, body);

    public static JsonElement Value(this JsonElement answer)
    {
        Assert.True(answer.GetProperty("problem").ValueKind == JsonValueKind.Null, answer.ToString());
        return answer.GetProperty("value");
    }

    public static string? Code(this JsonElement answer) =>
        answer.GetProperty("problem").ValueKind == JsonValueKind.Object
            ? answer.GetProperty("problem").GetProperty("code").GetString()
            : null;
}
