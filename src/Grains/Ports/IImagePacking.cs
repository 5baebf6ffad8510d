using Yihao.Rules;

namespace Yihao.Grains.Ports;

/// <summary>
/// Packs halls' images for their snapshots outside of the halls' turns: of a hall with 100,000 tickets that takes half
/// a second, in which it would call nobody.
/// </summary>
public interface IImagePacking
{
    /// <param name="freeze">Makes the image; called in a turn of the caller, once there is room.</param>
    /// <returns>What <see cref="Codec.ImageCodec"/> makes of it.</returns>
    Task<byte[]> Pack(Func<HallImage> freeze);
}
