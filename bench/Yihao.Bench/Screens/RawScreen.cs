using System.Buffers.Text;
using System.Net.WebSockets;
using System.Text;

namespace Yihao.Bench.Screens;

/// <summary>
/// A screen as light as can be: SignalR's JSON protocol on a bare WebSocket. Checks that each push goes on where the
/// one before ended, and that each event comes once and in order.
/// </summary>
/// <param name="arrived">Told of each push: where the screen stands after it.</param>
internal sealed class RawScreen(ClientWebSocket socket, Action<long> arrived) : IDisposable
{
    private const byte RecordEnd = 0x1e;

    private static readonly byte[] PingRecord = "{\"type\":6}\u001e"u8.ToArray();

    private readonly TaskCompletionSource following = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private byte[] buffer = new byte[2_048];
    private int filled;
    private long seq = -1;

    /// <summary>The hub has answered: from now on pushes come.</summary>
    public Task Following => following.Task;

    public async Task Follow(string hall, CancellationToken cancellation)
    {
        await Send("{\"protocol\":\"json\",\"version\":1}\u001e", cancellation);
        await Send(
            $$"""{"type":1,"invocationId":"1","target":"Follow","arguments":["{{hall}}",null,null]}""" + "\u001e",
            cancellation);
    }

    /// <summary>Reads until it is cancelled; anything else that ends it is an error.</summary>
    public async Task Read(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                if (filled == buffer.Length)
                    Array.Resize(ref buffer, 2 * filled);
                var read = await socket.ReceiveAsync(buffer.AsMemory(filled), cancellation);
                if (read.MessageType == WebSocketMessageType.Close)
                    throw new InvalidOperationException("the server closed the connection of a screen");
                filled += read.Count;
                TakeRecords();
            }
        }
        catch (Exception failed)
        {
            following.TrySetException(failed);
            if (!cancellation.IsCancellationRequested)
                throw;
        }
    }

    public ValueTask Ping(CancellationToken cancellation) =>
        socket.SendAsync(PingRecord.AsMemory(), WebSocketMessageType.Text, true, cancellation);

    public void Dispose() => socket.Dispose();

    private ValueTask Send(string record, CancellationToken cancellation) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(record).AsMemory(), WebSocketMessageType.Text, true, cancellation);

    private void TakeRecords()
    {
        var rest = buffer.AsSpan(0, filled);
        for (var end = rest.IndexOf(RecordEnd); end >= 0; end = rest.IndexOf(RecordEnd))
        {
            Take(rest[..end]);
            rest = rest[(end + 1)..];
        }

        rest.CopyTo(buffer);
        filled = rest.Length;
    }

    private void Take(ReadOnlySpan<byte> record)
    {
        if (record.StartsWith("{\"type\":1,"u8))
            TakePush(record);
        else if (record.StartsWith("{\"type\":3,"u8))
            Stand(record);
        else if (record.StartsWith("{\"type\":7"u8))
            throw new InvalidOperationException($"the server says goodbye: {Encoding.UTF8.GetString(record)}");
    }

    private void Stand(ReadOnlySpan<byte> answer)
    {
        var at = answer.LastIndexOf("\"seq\":"u8);
        if (at < 0)
            throw new InvalidOperationException($"no place in the answer: {Encoding.UTF8.GetString(answer)}");
        seq = Number(answer[(at + 6)..]);
        following.TrySetResult();
    }

    private void TakePush(ReadOnlySpan<byte> push)
    {
        var (after, upTo) = (Field(push, "\"after\":"u8), Field(push, "\"upTo\":"u8));
        if (after != seq)
            throw new InvalidOperationException($"a push goes on after {after}, the screen stands at {seq}");
        var last = after;
        for (var at = push.IndexOf("\"seq\":"u8); at >= 0; at = push.IndexOf("\"seq\":"u8))
        {
            push = push[(at + 6)..];
            var next = Number(push);
            if (next <= last || next > upTo)
                throw new InvalidOperationException($"event {next} comes after {last} in a push up to {upTo}");
            last = next;
        }

        seq = upTo;
        arrived(upTo);
    }

    private static long Field(ReadOnlySpan<byte> record, ReadOnlySpan<byte> name)
    {
        var at = record.IndexOf(name);
        return at >= 0
            ? Number(record[(at + name.Length)..])
            : throw new InvalidOperationException("a field is missing");
    }

    private static long Number(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out long number, out _)
            ? number
            : throw new InvalidOperationException("not a number");
}
