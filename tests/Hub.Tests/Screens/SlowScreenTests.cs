using System.Net.Sockets;
using System.Text;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Screens;

public sealed class SlowScreenTests
{
    /// <summary>
    /// A screen that reads nothing, but says that it is there, is not cut off by silence: only by its bound.
    /// </summary>
    [Fact]
    public async Task A_screen_that_does_not_read_is_cut_off_and_the_others_go_on()
    {
        await using var server = await YihaoServer.Start();
        const string Hall = "450521";
        await using var good = await new Screen(server.Address, Hall).Start();
        using var slow = await ConnectWithoutReading(server.Address, Hall);
        using var alive = new CancellationTokenSource();
        var pinging = Ping(slow, alive.Token);

        var taken = 0;
        while (!server.Output.Contains("is too slow", StringComparison.Ordinal))
        {
            Assert.True(taken < 100_000, "the slow screen was never cut off");
            await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => server.Http.Take(Hall)));
            taken += 200;
        }
        await alive.CancelAsync();
        await pinging;
        await Wait.Until(
            () => good.Events.Count(e => e.GetProperty("kind").GetString() == "taken") == taken,
            $"the good screen has all {taken} events");
        Assert.Equal(taken, good.Events.Select(e => e.GetProperty("seq").GetInt64()).Distinct().Count());
        Assert.Equal(1, good.Pictures);
        Assert.Single(server.Output.Split('\n'), line => line.Contains("is too slow", StringComparison.Ordinal));
        await using var again = await new Screen(server.Address, Hall).Start();
    }

    private static async Task<TcpClient> ConnectWithoutReading(Uri server, string hall)
    {
        var client = new TcpClient { ReceiveBufferSize = 4_096 };
        await client.ConnectAsync(server.Host, server.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET /hubs/display HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"));
        await stream.WriteAsync(Frame("{\"protocol\":\"json\",\"version\":1}\u001e"));
        await stream.WriteAsync(Frame(
            $"{{\"type\":1,\"invocationId\":\"1\",\"target\":\"Follow\",\"arguments\":[\"{hall}\",null,null]}}\u001e"));
        return client;
    }

    private static async Task Ping(TcpClient client, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await client.GetStream().WriteAsync(Frame("{\"type\":6}\u001e"), cancellation);
                await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException)
        {
            // Cut off, as it should be, or the test is over.
        }
    }

    /// <summary>A masked text frame with a mask of zeros.</summary>
    private static byte[] Frame(string text)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        Assert.True(payload.Length < 126);
        return [0x81, (byte)(0x80 | payload.Length), 0, 0, 0, 0, .. payload];
    }
}
