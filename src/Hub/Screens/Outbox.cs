using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging;
using Yihao.Hub.Telemetry;

namespace Yihao.Hub.Screens;

/// <summary>
/// What is on its way to one connection, in order, with a bound: a connection too slow for it is closed and follows
/// again, so that it never holds up the others. A connection that keeps up is written to by whoever pushes, as SignalR
/// does it for a group; only what it does not take at once waits here, and costs memory and a task.
/// </summary>
/// <param name="capacity">Events on their way at most; a message without events counts as one.</param>
internal sealed partial class Outbox(HubConnectionContext connection, int capacity, ILogger log)
{
    private readonly Lock gate = new();

    /// <summary>Behind the parcel that is being written; null until something had to wait.</summary>
    private Queue<Parcel>? waiting;
    private int held;
    private bool writing;
    private bool closed;

    public string Connection => connection.ConnectionId;

    /// <summary>Events on their way, from any thread.</summary>
    public int Held => Volatile.Read(ref held);

    /// <summary>A message that may be shared: it is made into bytes once for all connections of a protocol.</summary>
    public static SerializedHubMessage Message(string push, object? content) =>
        new(new InvocationMessage(push, [content]));

    /// <summary>Never waits. When there is no room the connection is aborted.</summary>
    /// <param name="weight">Events in the message.</param>
    public void Push(SerializedHubMessage message, int weight) => Put(new Parcel(message, null, Math.Max(1, weight)));

    /// <summary>What is pushed after this waits until <paramref name="passed"/>: an answer goes first.</summary>
    public void HoldUntil(Task passed) => Put(new Parcel(null, passed, 1));

    /// <summary>Takes nothing more; what waits is still written.</summary>
    public void Close()
    {
        lock (gate)
            closed = true;
    }

    private void Put(Parcel parcel)
    {
        if (!IsNext(parcel))
            return;
        var begun = Write(parcel);
        if (!begun.IsCompletedSuccessfully)
            _ = WriteOn(parcel, begun);
        else if (After(parcel) is { } next)
            _ = WriteOn(next, Write(next));
    }

    /// <summary>True when nothing is in front: the caller writes it. Otherwise it waits, or there is no room.</summary>
    private bool IsNext(Parcel parcel)
    {
        lock (gate)
        {
            if (closed)
                return false;
            // One message always has room: a commit may be larger than the bound.
            if (held == 0 || held + parcel.Weight <= capacity)
            {
                held += parcel.Weight;
                if (!writing)
                    return writing = true;
                (waiting ??= new()).Enqueue(parcel);
                return false;
            }
            closed = true;
        }
        HubMeter.CountCutOff();
        LogTooSlow(connection.ConnectionId);
        connection.Abort();
        return false;
    }

    /// <summary>What goes out after this parcel; null when that was all, and the next one to push writes.</summary>
    private Parcel? After(Parcel written)
    {
        lock (gate)
        {
            held -= written.Weight;
            if (waiting?.TryDequeue(out var next) == true)
                return next;
            writing = false;
            return null;
        }
    }

    private ValueTask Write(Parcel parcel) => parcel.Message is { } message
        ? connection.WriteAsync(message, connection.ConnectionAborted)
        : new ValueTask(parcel.Passed!.WaitAsync(connection.ConnectionAborted));

    private async Task WriteOn(Parcel parcel, ValueTask begun)
    {
        try
        {
            await begun;
            while (After(parcel) is { } next)
            {
                parcel = next;
                await Write(next);
            }
        }
        catch (OperationCanceledException)
        {
            // The connection is gone: what was on its way is read again by whoever follows.
            Close();
        }
        catch (Exception failed)
        {
            Close();
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
