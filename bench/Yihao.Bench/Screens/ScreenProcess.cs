using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;

namespace Yihao.Bench.Screens;

/// <summary>
/// A process full of screens. Reads orders from its input: <c>open URL HALL SCREENS</c> and <c>close</c>. Says
/// <c>opened</c>, <c>closed</c>, <c>all UPTO FIRST LAST</c> when every screen has a push (timestamps of the machine's
/// monotonic clock, which processes share), and <c>wrong …</c>.
/// </summary>
/// <param name="index">Its connections come from addresses of its own: 127.0.(index + 1).x.</param>
internal sealed class ScreenProcess(int index) : IDisposable
{
    private const int AtOnce = 40;
    private const int Addresses = 8;

    /// <summary>The server hangs up after ten seconds without a sign.</summary>
    private static readonly TimeSpan BetweenPings = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<long, Arrival> arrivals = new();
    private readonly List<RawScreen> screens = [];
    private CancellationTokenSource stop = new();
    private int connected;

    public static async Task<int> Run(string index)
    {
        using var process = new ScreenProcess(int.Parse(index, CultureInfo.InvariantCulture));
        while (await Console.In.ReadLineAsync() is { Length: > 0 } order)
        {
            switch (order.Split(' '))
            {
                case ["open", var url, var hall, var many]:
                    await process.Open(new Uri(url), hall, int.Parse(many, CultureInfo.InvariantCulture));
                    Say("opened");
                    break;
                default:
                    await process.Close();
                    Say("closed");
                    break;
            }
        }

        return 0;
    }

    public void Dispose() => stop.Dispose();

    private async Task Open(Uri url, string hall, int many)
    {
        stop = new();
        arrivals.Clear();
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { ConnectCallback = Connect });
        var limit = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(Enumerable.Range(0, many), limit, async (_, _) =>
        {
            var socket = new ClientWebSocket { Options = { KeepAliveInterval = TimeSpan.Zero } };
            await socket.ConnectAsync(url, http, CancellationToken.None);
            var screen = new RawScreen(socket, upTo => Count(upTo, many));
            await screen.Follow(hall, CancellationToken.None);
            _ = Watched(screen.Read(stop.Token));
            await screen.Following;
            lock (screens)
                screens.Add(screen);
        });
        _ = Watched(Ping());
    }

    private async Task Close()
    {
        await stop.CancelAsync();
        foreach (var screen in screens)
            screen.Dispose();
        screens.Clear();
        stop.Dispose();
    }

    private async Task Ping()
    {
        var token = stop.Token;
        while (!token.IsCancellationRequested)
        {
            foreach (var screen in screens.ToArray())
            {
                if (!token.IsCancellationRequested)
                    await screen.Ping(token);
            }

            await Task.Delay(BetweenPings, token);
        }
    }

    private async Task Watched(Task work)
    {
        try
        {
            await work;
        }
        catch (OperationCanceledException)
        {
            // Closed.
        }
        catch (Exception failed) when (!stop.IsCancellationRequested)
        {
            Say($"wrong {failed.Message.ReplaceLineEndings(" ")}");
        }
    }

    private void Count(long upTo, int many)
    {
        var arrival = arrivals.GetOrAdd(upTo, _ => new Arrival(Stopwatch.GetTimestamp()));
        if (Interlocked.Increment(ref arrival.Count) != many)
            return;
        arrivals.TryRemove(upTo, out _);
        Say(string.Create(
            CultureInfo.InvariantCulture, $"all {upTo} {arrival.First} {Stopwatch.GetTimestamp()}"));
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext to, CancellationToken cancellation)
    {
        var host = 1 + Interlocked.Increment(ref connected) % Addresses;
        var from = new IPAddress([127, 0, (byte)(index + 1), (byte)host]);
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(to.DnsEndPoint, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static void Say(string line) => Console.Out.WriteLine(line);

    private sealed class Arrival(long first)
    {
        public int Count;

        public long First => first;
    }
}
