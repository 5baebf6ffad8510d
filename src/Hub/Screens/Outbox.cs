using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging;
using Yihao.Hub.Telemetry;

namespace Yihao.Hub.Screens;

/// <summary>
/// What is on its way to one connection, in order, with a bound: a connection too slow for it is closed and follows
/// again, so that it never holds up the others.
/// </summary>
internal sealed partial class Outbox
{
    private readonly HubConnectionContext connection;
    private readonly ILogger log;
    private readonly int capacity;
    private readonly Channel<Parcel> parcels = Channel.CreateUnbounded<Parcel>(new() { SingleReader = true });
    private int held;

    /// <param name="capacity">Events on their way at most; a message without events counts as one.</param>
    public Outbox(HubConnectionContext connection, int capacity, ILogger log)
    {
        (this.connection, this.capacity, this.log) = (connection, capacity, log);
        Written = Task.Run(WriteAll);
    }

    public string Connection => connection.ConnectionId;

    /// <summary>Events on their way, from any thread.</summary>
    public int Held => Volatile.Read(ref held);

    /// <summary>Ends when the connection does.</summary>
    public Task Written { get; }

    /// <summary>A message that may be shared: it is made into bytes once for all connections of a protocol.</summary>
    public static SerializedHubMessage Message(string push, object? content) =>
        new(new InvocationMessage(push, [content]));

    /// <summary>Never waits. When there is no room the connection is aborted.</summary>
    /// <param name="weight">Events in the message.</param>
    public void Push(SerializedHubMessage message, int weight) => Put(new Parcel(message, null, Math.Max(1, weight)));

    /// <summary>What is pushed after this waits until <paramref name="passed"/>: an answer goes first.</summary>
    public void HoldUntil(Task passed) => Put(new Parcel(null, passed, 1));

    public void Close() => parcels.Writer.TryComplete();

    private void Put(Parcel parcel)
    {
        // One message always has room: a commit may be larger than the bound.
        var before = Interlocked.Add(ref held, parcel.Weight) - parcel.Weight;
        if (before == 0 || before + parcel.Weight <= capacity)
        {
            parcels.Writer.TryWrite(parcel);
            return;
        }
        if (!parcels.Writer.TryComplete())
            return;
        HubMeter.CountCutOff();
        LogTooSlow(connection.ConnectionId);
        connection.Abort();
    }

    private async Task WriteAll()
    {
        try
        {
            // Without a token, which would cost an object for each wait: the end of the connection closes the outbox.
            await foreach (var parcel in parcels.Reader.ReadAllAsync(CancellationToken.None))
            {
                if (parcel.Passed is { } passed)
                    await passed.WaitAsync(connection.ConnectionAborted);
                if (parcel.Message is { } message)
                    await connection.WriteAsync(message, connection.ConnectionAborted);
                Interlocked.Add(ref held, -parcel.Weight);
            }
        }
        catch (OperationCanceledException)
        {
            // The connection is gone: what was on its way is read again by whoever follows.
        }
        catch (Exception failed)
        {
            LogFailed(failed, connection.ConnectionId);
            connection.Abort();
        }
    }

    [LoggerMessage(2101, LogLevel.Warning, "Connection {Connection} is too slow and is cut off; it will follow again.")]
    private partial void LogTooSlow(string connection);

    [LoggerMessage(2102, LogLevel.Warning, "Connection {Connection} cannot be written to.")]
    private partial void LogFailed(Exception exception, string connection);

    private readonly record struct Parcel(SerializedHubMessage? Message, Task? Passed, int Weight);
}
