using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Yihao.Storage.Tests;

/// <summary>Where a connection is cut.</summary>
internal enum Cut
{
    /// <summary>Not at this request.</summary>
    Nothing,

    /// <summary>The server never sees the request.</summary>
    BeforeRequest,

    /// <summary>The server sees the first half of the request.</summary>
    InsideRequest,

    /// <summary>The server has done it and answered; the answer does not arrive.</summary>
    AfterReply,

    /// <summary>The client is cut off at once; the server gets the request later, when it is delivered.</summary>
    BeforeLateRequest,
}

/// <summary>A proxy on loopback that cuts connections to PostgreSQL at chosen moments.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentQueue<Cut> _cuts = new();
    private readonly TaskCompletionSource _deliver = new();
    private readonly ConcurrentBag<Task> _tasks = [];
    private readonly int _target;
    private int _done;

    public CuttingProxy(int target)
    {
        _target = target;
        _listener.Start();
        _tasks.Add(Accept());
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Cuts that happened.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <summary>Completes when the server has answered a request whose answer does not arrive.</summary>
    public TaskCompletionSource Delivered { get; } = new();

    /// <summary>The next requests, of whatever connection, are cut like this.</summary>
    public void Next(params ReadOnlySpan<Cut> cuts)
    {
        foreach (var cut in cuts)
            _cuts.Enqueue(cut);
    }

    public void Deliver() => _deliver.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _deliver.TrySetResult();
        _listener.Stop();
        await Task.WhenAll(_tasks);
        _closing.Dispose();
    }

    private async Task Accept()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptSocketAsync(_closing.Token);
                _tasks.Add(Serve(client));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                return;
            }
        }
    }

    private async Task Serve(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using (client)
        {
            client.NoDelay = server.NoDelay = true;
            var swallow = new TaskCompletionSource();
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _target, _closing.Token);
                await Task.WhenAny(Requests(client, server, swallow), Replies(client, server, swallow.Task));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                // The server is down: the client sees its connection closed.
            }

            client.Close(0);
        }
    }

    private async Task Requests(Socket client, Socket server, TaskCompletionSource swallow)
    {
        var buffer = new byte[1 << 16];
        while (await Receive(client, buffer) is > 0 and var length)
        {
            var request = buffer.AsMemory(0, length);
            if (!_cuts.TryDequeue(out var cut) || cut == Cut.Nothing)
            {
                await Send(server, request);
                continue;
            }

            Interlocked.Increment(ref _done);
            switch (cut)
            {
                case Cut.InsideRequest:
                    await Send(server, request[..(length / 2)]);
                    return;
                case Cut.AfterReply:
                    swallow.SetResult();
                    await Send(server, request);
                    break;
                case Cut.BeforeLateRequest:
                    swallow.SetResult();
                    client.Close(0);
                    await _deliver.Task;
                    await Send(server, request);
                    await Delivered.Task.WaitAsync(_closing.Token);
                    return;
                default:
                    return;
            }
        }
    }

    private async Task Replies(Socket client, Socket server, Task swallow)
    {
        var buffer = new byte[1 << 16];
        while (await Receive(server, buffer) is > 0 and var length)
        {
            if (!swallow.IsCompleted)
                await Send(client, buffer.AsMemory(0, length));
            else if (IsReady(buffer.AsSpan(0, length)))
            {
                Delivered.TrySetResult();
                return;
            }
        }
    }

    // ReadyForQuery: what PostgreSQL sends last, after the commit.
    private static bool IsReady(ReadOnlySpan<byte> reply) =>
        reply.Length >= 6 && reply[^6..^1].SequenceEqual((ReadOnlySpan<byte>)[(byte)'Z', 0, 0, 0, 5]);

    private async Task<int> Receive(Socket socket, byte[] buffer)
    {
        try
        {
            return await socket.ReceiveAsync(buffer.AsMemory(), _closing.Token);
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private async Task Send(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await socket.SendAsync(bytes, _closing.Token);
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The other side is gone: the next receive ends the connection.
        }
    }
}
