using Yihao.Rules;

namespace Yihao.Grains.Ports;

/// <summary>
/// Packs halls' images for their snapshots outside of the halls' turns: of a hall with 100,000 tickets that takes a
/// second, in which it would call nobody.
/// </summary>
public interface IImagePacking
{
    /// <returns>What <see cref="Codec.ImageCodec"/> makes of it.</returns>
    Task<byte[]> Pack(HallImage image);
}
