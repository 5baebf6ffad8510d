using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Yihao.Load.Screens;

/// <summary>
/// A screen that follows a hall, checks that it is told everything in order, and keeps who was called and when it knew.
/// </summary>
internal sealed class LoadScreen : IAsyncDisposable
{
    private const int ScreensPerAddress = 5_000;
    private const int FirstAddress = 2;

    private readonly HubConnection hub;
    private readonly List<(string Number, long At)> calls = [];
    private readonly List<ScreenBatch> early = [];
    private readonly bool keepsCalls;
    private long seq = -1;
    private bool isPastPicture;
    private long events;

    /// <param name="index">From 0; screens far apart come from different addresses of the loopback range.</param>
    /// <param name="keepsCalls">Otherwise events are only counted: a long run has many.</param>
    public LoadScreen(Uri server, int index, bool keepsCalls = true)
    {
        this.keepsCalls = keepsCalls;
        var from = new IPAddress([127, 0, 0, (byte)(FirstAddress + index / ScreensPerAddress)]);
        hub = new HubConnectionBuilder().WithUrl(new Uri(server, "/hubs/display"), options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
            options.WebSocketFactory = async (context, cancellation) => await Connect(context.Uri, from, cancellation);
        }).Build();
        // As the pages do: the server gives up a connection that is silent for ten seconds.
        hub.KeepAliveInterval = TimeSpan.FromSeconds(4);
        hub.ServerTimeout = TimeSpan.FromSeconds(30);
        hub.On<ScreenBatch>("events", Take);
        hub.Closed += _ =>
        {
            Closed = true;
            return Task.CompletedTask;
        };
    }

    public bool Closed { get; private set; }

    /// <summary>Pushes that did not go on where the last one ended, and events out of order in one.</summary>
    public int Gaps { get; private set; }

    /// <summary>How many events it was told.</summary>
    public long Events => Volatile.Read(ref events);

    /// <summary>Where it stands in the hall's ledger; -1 before it follows.</summary>
    public long Seq => Volatile.Read(ref seq);

    /// <summary>How many calls it was told.</summary>
    public int Calls
    {
        get
        {
            lock (calls)
                return calls.Count;
        }
    }

    public async Task Follow(string hall)
    {
        await hub.StartAsync();
        var answer = await hub.InvokeAsync<JsonElement>("Follow", hall, (string?)null, (long?)null);
        lock (calls)
        {
            seq = answer.GetProperty("picture").GetProperty("seq").GetInt64();
            foreach (var batch in early)
                GoOn(batch, Stopwatch.GetTimestamp());
            early.Clear();
        }
    }

    /// <summary>A call by its place in the order; the time is a timestamp of the stopwatch.</summary>
    public (string Number, long At) Call(int index)
    {
        lock (calls)
            return calls[index];
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    private void Take(ScreenBatch batch)
    {
        var now = Stopwatch.GetTimestamp();
        lock (calls)
        {
            // The first push may be here before whoever asked for the picture goes on.
            if (seq < 0)
                early.Add(batch);
            else
                GoOn(batch, now);
        }
    }

    private void GoOn(ScreenBatch batch, long now)
    {
        // The picture may be newer than the pushes that come first.
        if (!isPastPicture && batch.UpTo <= seq)
            return;
        if (!isPastPicture && batch.After < seq)
            batch = batch with { After = seq, Events = [.. batch.Events.Where(e => e.Seq > seq)] };
        isPastPicture = true;
        if (batch.After != seq)
            Gaps++;
        var before = batch.After;
        foreach (var happened in batch.Events)
        {
            if (happened.Seq <= before || happened.Seq > batch.UpTo)
                Gaps++;
            before = happened.Seq;
            if (keepsCalls && happened.Kind == "called")
                calls.Add((happened.Number ?? string.Empty, now));
        }

        (seq, events) = (batch.UpTo, events + batch.Events.Count);
    }

    private static async Task<WebSocket> Connect(Uri uri, IPAddress from, CancellationToken cancellation)
    {
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (context, token) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.NoDelay = true;
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(context.DnsEndPoint, token);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
        var webSocket = new ClientWebSocket();
        await webSocket.ConnectAsync(uri, invoker, cancellation);
        return webSocket;
    }
}

internal sealed record ScreenBatch(long After, long UpTo, IReadOnlyList<ScreenLine> Events);

internal sealed record ScreenLine(long Seq, string Kind, string? Number);
