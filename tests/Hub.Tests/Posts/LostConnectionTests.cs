using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Posts;

/// <summary>A connection that ends while the hall is still asked: nobody stays in who is gone.</summary>
[Collection(typeof(QuickHalls))]
public sealed class LostConnectionTests(QuickServer quick)
{
    private const int CitizensBefore = 400;
    private const int Tries = 10;

    private readonly HttpClient http = quick.Http;

    [Fact]
    public async Task A_deputy_who_is_gone_before_his_answer_stands_by_no_more()
    {
        var hall = quick.PullHall();
        var clerk = await http.ClerkOf(hall, "4");
        var isMeant = false;
        for (var tries = 0; tries < Tries && !isMeant; tries++)
        {
            // A connection may be gone before it was heard at all, or be answered before it is gone.
            isMeant = !await IsAnsweredBeforeItsEnd(hall, clerk) && await StandingBy(hall) == 1;
            await Wait.Until(async () => await StandingBy(hall) == 0, TimeSpan.FromSeconds(20), () => "he is gone");
        }
        Assert.True(isMeant, "no connection ended while the hall was asked");
    }

    /// <summary>The hall has much to do first, so that the connection ends before it is answered.</summary>
    private async Task<bool> IsAnsweredBeforeItsEnd(string hall, string clerk)
    {
        using var socket = await Connect();
        var taking = Enumerable.Range(0, CitizensBefore).Select(_ => http.Take(hall)).ToList();
        await Send(socket, new { type = 1, invocationId = "1", target = "StandBy", arguments = new[] { hall, clerk } });
        var answer = socket.ReceiveAsync(new byte[1_024], CancellationToken.None);
        await Task.WhenAny(taking);
        var isAnswered = answer.IsCompleted;
        socket.Abort();
        Assert.All(await Task.WhenAll(taking), taken => taken.Accepted());
        return isAnswered;
    }

    private async Task<ClientWebSocket> Connect()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(
            new UriBuilder(quick.Address) { Scheme = "ws", Path = "/hubs/counter" }.Uri, CancellationToken.None);
        await Send(socket, new { protocol = "json", version = 1 });
        await socket.ReceiveAsync(new byte[1_024], CancellationToken.None);
        return socket;
    }

    private static Task Send(ClientWebSocket socket, object message) => socket.SendAsync(
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message) + "\u001e"),
        WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task<int> StandingBy(string hall) =>
        (await http.Get($"/api/halls/{hall}")).Accepted()["standby"].GetArrayLength();
}
