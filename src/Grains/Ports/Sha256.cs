using System.Security.Cryptography;

namespace Yihao.Grains.Ports;

/// <summary>
/// SHA-256 with one hash state per thread: to make and free one each time costs a third of a short hash.
/// </summary>
internal static class Sha256
{
    [ThreadStatic]
    private static IncrementalHash? t_hash;

    /// <param name="hash">32 bytes.</param>
    public static void Hash(ReadOnlySpan<byte> bytes, Span<byte> hash)
    {
        var state = t_hash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        state.AppendData(bytes);
        state.GetHashAndReset(hash);
    }
}
