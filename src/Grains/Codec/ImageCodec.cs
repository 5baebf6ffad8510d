using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Text.Json;
using Yihao.Rules;

namespace Yihao.Grains.Codec;

/// <summary>A hall's image as bytes for a snapshot: JSON, packed by zlib (RFC 1950).</summary>
public static class ImageCodec
{
    /// <summary>What unpacked JSON begins with; versions before 0.3.0 stored it so. No zlib stream does.</summary>
    private const byte FirstOfJson = (byte)'{';

    private const int BlockBytes = 32 * 1_024;

    /// <summary>
    /// Packed here, piece by piece: a database that packs or stores the whole text costs several times as much.
    /// </summary>
    public static byte[] Encode(HallImage image)
    {
        // In blocks that are used again: an array that grows leaves large ones behind, which are dear to collect.
        var packed = new Pipe(new PipeOptions(pauseWriterThreshold: 0, minimumSegmentSize: BlockBytes));
        using (var packing = new ZLibStream(packed.Writer.AsStream(), CompressionLevel.Fastest))
            JsonSerializer.Serialize(packing, image, LedgerJson.Options);
        packed.Reader.TryRead(out var written);
        var bytes = written.Buffer.ToArray();
        packed.Reader.Complete();
        return bytes;
    }

    /// <summary>The same as JSON that is not packed: equal for equal images.</summary>
    public static byte[] Json(HallImage image) => JsonSerializer.SerializeToUtf8Bytes(image, LedgerJson.Options);

    /// <summary>Null when the bytes do not fit this program: the ledger then makes the hall anew.</summary>
    public static HallImage? Decode(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        try
        {
            if (bytes is [FirstOfJson, ..])
                return JsonSerializer.Deserialize<HallImage>(bytes, LedgerJson.Options);
            using var unpacking = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<HallImage>(unpacking, LedgerJson.Options);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>True when both plans say the same.</summary>
    public static bool Same(HallPlan one, HallPlan other) =>
        JsonSerializer.SerializeToUtf8Bytes(one, LedgerJson.Options)
            .AsSpan()
            .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, LedgerJson.Options));
}
