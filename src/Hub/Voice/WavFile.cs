using System.Buffers.Binary;

namespace Yihao.Hub.Voice;

/// <summary>The only sound that is spoken: PCM, 16-bit, mono, 22,050 Hz.</summary>
internal static class WavFile
{
    internal const int SamplesPerSecond = 22_050;
    internal const int BytesPerSecond = SamplesPerSecond * 2;
    internal const int HeaderBytes = 44;

    internal const string Allowed = "a WAV file of PCM, 16-bit, mono, 22050 Hz, up to 10 s";

    private const int LongestBytes = 10 * BytesPerSecond;

    /// <summary>The samples of a file; null when it is anything but <see cref="Allowed"/>.</summary>
    internal static byte[]? Samples(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WAVE"u8))
            return null;
        var isOurs = false;
        for (var rest = file[12..]; rest.Length >= 8;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            if (length > rest.Length - 8)
                return null;
            var chunk = rest.Slice(8, (int)length);
            if (rest.StartsWith("fmt "u8))
                isOurs = IsOurs(chunk);
            if (rest.StartsWith("data"u8))
                return isOurs && IsOurLength(chunk.Length) ? chunk.ToArray() : null;
            // Chunks start at even places.
            rest = rest[Math.Min(rest.Length, 8 + (int)length + (int)(length & 1))..];
        }
        return null;
    }

    /// <summary>A file of so many bytes of samples, silent as yet.</summary>
    internal static byte[] Silent(int sampleBytes)
    {
        var file = new byte[HeaderBytes + sampleBytes];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), HeaderBytes - 8 + sampleBytes);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), SamplesPerSecond);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), BytesPerSecond);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(34), 16);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), sampleBytes);
        return file;
    }

    private static bool IsOurLength(int bytes) => bytes is > 0 and <= LongestBytes && bytes % 2 == 0;

    private static bool IsOurs(ReadOnlySpan<byte> format) =>
        format.Length >= 16
        && BinaryPrimitives.ReadInt16LittleEndian(format) == 1
        && BinaryPrimitives.ReadInt16LittleEndian(format[2..]) == 1
        && BinaryPrimitives.ReadInt32LittleEndian(format[4..]) == SamplesPerSecond
        && BinaryPrimitives.ReadInt16LittleEndian(format[14..]) == 16;
}
