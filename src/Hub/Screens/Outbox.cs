using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging;

namespace Yihao.Hub.Screens;

/// <summary>
/// What is on its way to one connection, in order, with a bound: a connection too slow for it is closed and follows
/// again, so that it never holds up the others.
/// </summary>
internal sealed partial class Outbox
{
    private readonly HubConnectionContext connection;
    private readonly ILogger log;
    private readonly Channel<Parcel> parcels;

    public Outbox(HubConnectionContext connection, int capacity, ILogger log)
    {
        (this.connection, this.log) = (connection, log);
        parcels = Channel.CreateBounded<Parcel>(new BoundedChannelOptions(capacity) { SingleReader = true });
        Written = Task.Run(WriteAll);
    }

    public string Connection => connection.ConnectionId;

    /// <summary>Ends when the connection does.</summary>
    public Task Written { get; }

    /// <summary>A message that may be shared: it is made into bytes once for all connections of a protocol.</summary>
    public static SerializedHubMessage Message(string push, object content) =>
        new(new InvocationMessage(push, [content]));

    /// <summary>Never waits. When there is no room the connection is aborted.</summary>
    public void Push(SerializedHubMessage message) => Put(new Parcel(message, null));

    /// <summary>What is pushed after this waits until <paramref name="passed"/>: an answer goes first.</summary>
    public void HoldUntil(Task passed) => Put(new Parcel(null, passed));

    public void Close() => parcels.Writer.TryComplete();

    private void Put(Parcel parcel)
    {
        if (parcels.Writer.TryWrite(parcel) || connection.ConnectionAborted.IsCancellationRequested)
            return;
        if (!parcels.Writer.TryComplete())
            return;
        LogTooSlow(connection.ConnectionId);
        connection.Abort();
    }

    private async Task WriteAll()
    {
        try
        {
            await foreach (var parcel in parcels.Reader.ReadAllAsync(connection.ConnectionAborted))
            {
                if (parcel.Passed is { } passed)
                    await passed.WaitAsync(connection.ConnectionAborted);
                if (parcel.Message is { } message)
                    await connection.WriteAsync(message, connection.ConnectionAborted);
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

    private readonly record struct Parcel(SerializedHubMessage? Message, Task? Passed);
}
