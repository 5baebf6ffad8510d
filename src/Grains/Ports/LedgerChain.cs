using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Yihao.Grains.Ports;

/// <summary>
/// The hash chain of a hall's ledger: SHA-256 over the hash before, the hall, and every field of the entry, each with
/// its length in front, so that no two different entries have the same bytes.
/// </summary>
public static class LedgerChain
{
    public const int HashBytes = 32;

    /// <summary>Used again for every hash that a thread makes.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    /// <summary>What stands before the first entry: 32 zero bytes.</summary>
    public static byte[] Root => new byte[HashBytes];

    /// <summary>The hash of an entry whose own <see cref="LedgerEntry.Hash"/> is not looked at.</summary>
    public static byte[] HashOf(ReadOnlySpan<byte> before, string hall, LedgerEntry entry)
    {
        var hash = new byte[HashBytes];
        Hash(before, hall, entry, hash);
        return hash;
    }

    /// <summary>The same into <paramref name="hash"/>, 32 bytes, which may be the entry's own.</summary>
    public static void Hash(ReadOnlySpan<byte> before, string hall, LedgerEntry entry, Span<byte> hash)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var buffer = t_buffer ??= new ArrayBufferWriter<byte>(1_024);
        buffer.ResetWrittenCount();
        buffer.Write(before);
        Add(buffer, hall);
        Add(buffer, entry.Seq);
        Add(buffer, entry.At.UtcTicks / TimeSpan.TicksPerMicrosecond);
        Add(buffer, entry.Kind);
        Add(buffer, entry.Ticket);
        Add(buffer, entry.Window);
        Add(buffer, entry.Clerk);
        Add(buffer, entry.Payload.Length);
        buffer.Write(entry.Payload);
        Sha256.Hash(buffer.WrittenSpan, hash);
    }

    private static void Add(ArrayBufferWriter<byte> buffer, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(sizeof(long)), number);
        buffer.Advance(sizeof(long));
    }

    private static void Add(ArrayBufferWriter<byte> buffer, string? text)
    {
        Add(buffer, text is null ? -1 : Encoding.UTF8.GetByteCount(text));
        if (text is not null)
            Encoding.UTF8.GetBytes(text, buffer);
    }
}
