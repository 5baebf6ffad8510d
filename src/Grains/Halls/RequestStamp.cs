using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Yihao.Grains.Ports;

namespace Yihao.Grains.Halls;

/// <summary>
/// Makes the short form of a request: a hash over who asked with which id, and one over what was asked.
/// </summary>
public static class RequestStamp
{
    /// <summary>Stands between the parts; no clean text contains it.</summary>
    private const byte Separator = 0x1f;

    private const int OnStack = 512;

    /// <summary>
    /// Most requests ask for the same few things: a thread remembers the hashes of some of them. A power of two.
    /// </summary>
    private const int Remembered = 64;

    [ThreadStatic]
    private static (byte[] Body, ulong Hash)[]? t_bodies;

    public static Request Of(string caller, string requestId, params ReadOnlySpan<string?> body)
    {
        Span<byte> onStack = stackalloc byte[OnStack];
        Span<byte> who = stackalloc byte[SHA256.HashSizeInBytes];
        Sha256.Hash(Join([caller, requestId], onStack), who);
        return new(BinaryPrimitives.ReadUInt128BigEndian(who), HashOf(Join(body, onStack)));
    }

    private static ReadOnlySpan<byte> Join(ReadOnlySpan<string?> parts, Span<byte> onStack)
    {
        var most = 0;
        foreach (var part in parts)
            most += 1 + Encoding.UTF8.GetMaxByteCount(part?.Length ?? 0);
        var text = most <= onStack.Length ? onStack : new byte[most];
        var length = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
                text[length++] = Separator;
            length += Encoding.UTF8.GetBytes(parts[i], text[length..]);
        }

        return text[..length];
    }

    private static ulong HashOf(ReadOnlySpan<byte> body)
    {
        var place = new HashCode();
        place.AddBytes(body);
        ref var known = ref (t_bodies ??= new (byte[], ulong)[Remembered])[place.ToHashCode() & (Remembered - 1)];
        if (known.Body is not null && body.SequenceEqual(known.Body))
            return known.Hash;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Sha256.Hash(body, hash);
        known = (body.ToArray(), BinaryPrimitives.ReadUInt64BigEndian(hash));
        return known.Hash;
    }
}
