using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Yihao.Grains.Halls;

/// <summary>
/// Makes the short form of a request: a hash over who asked with which id, and one over what was asked.
/// </summary>
public static class RequestStamp
{
    /// <summary>Stands between the parts; no clean text contains it.</summary>
    private const byte Separator = 0x1f;

    private const int OnStack = 512;

    public static Request Of(string caller, string requestId, params ReadOnlySpan<string?> body)
    {
        Span<byte> who = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> what = stackalloc byte[SHA256.HashSizeInBytes];
        Hash([caller, requestId], who);
        Hash(body, what);
        return new(BinaryPrimitives.ReadUInt128BigEndian(who), BinaryPrimitives.ReadUInt64BigEndian(what));
    }

    private static void Hash(ReadOnlySpan<string?> parts, Span<byte> hash)
    {
        var most = 0;
        foreach (var part in parts)
            most += 1 + Encoding.UTF8.GetMaxByteCount(part?.Length ?? 0);
        var text = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        var length = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
                text[length++] = Separator;
            length += Encoding.UTF8.GetBytes(parts[i], text[length..]);
        }

        SHA256.HashData(text[..length], hash);
    }
}
