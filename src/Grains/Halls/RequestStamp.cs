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
    private const char Separator = '\u001f';

    public static Request Of(string caller, string requestId, params ReadOnlySpan<string?> body)
    {
        Span<byte> who = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> what = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(caller + Separator + requestId), who);
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(Separator, body)), what);
        return new(BinaryPrimitives.ReadUInt128BigEndian(who), BinaryPrimitives.ReadUInt64BigEndian(what));
    }
}
