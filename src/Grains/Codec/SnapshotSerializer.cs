using System.Buffers.Binary;
using Orleans.Storage;
using Yihao.Grains.Halls;
using Yihao.Grains.Ports;

namespace Yihao.Grains.Codec;

/// <summary>
/// How a hall's snapshot is stored: a byte for the form, the place in the ledger (8 bytes, big-endian), the hash there
/// (32 bytes), and the image as it is. As JSON, which Orleans would make of it, the image would be a text that is a
/// third longer, and that text copied several times.
/// </summary>
/// <param name="json">Reads what versions before 0.3.0 stored.</param>
public sealed class SnapshotSerializer(IGrainStorageSerializer json) : IGrainStorageSerializer
{
    private const byte Form = 1;
    private const int HashAt = 1 + sizeof(long);
    private const int ImageAt = HashAt + LedgerChain.HashBytes;

    /// <exception cref="NotSupportedException">The value is not a hall's snapshot.</exception>
    public BinaryData Serialize<T>(T? input)
    {
        if (input is not HallSnapshotState state)
            throw new NotSupportedException($"Only halls' snapshots are stored here, no {typeof(T).Name}.");
        var bytes = new byte[ImageAt + state.Image.Length];
        bytes[0] = Form;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), state.Seq);
        state.Hash.CopyTo(bytes.AsSpan(HashAt, LedgerChain.HashBytes));
        state.Image.CopyTo(bytes.AsSpan(ImageAt));
        return new(bytes);
    }

    /// <summary>What no version stored is no snapshot: the ledger then makes the hall anew.</summary>
    public T? Deserialize<T>(BinaryData input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var bytes = input.ToMemory().Span;
        if (bytes is [(byte)'{', ..])
            return json.Deserialize<T>(input);
        var state = bytes.Length >= ImageAt && bytes[0] == Form
            ? new HallSnapshotState
            {
                Seq = BinaryPrimitives.ReadInt64BigEndian(bytes[1..]),
                Hash = bytes[HashAt..ImageAt].ToArray(),
                Image = bytes[ImageAt..].ToArray(),
            }
            : new HallSnapshotState();
        return (T)(object)state;
    }
}
