using Yihao.Grains.Codec;
using Yihao.Grains.Ports;
using Yihao.Rules;

namespace Yihao.Storage;

/// <summary>
/// As many at once as there are processors, on threads of the pool: when a node stops, each of its halls has an image
/// to pack, and all of them would be in memory.
/// </summary>
internal sealed class ImagePacking : IImagePacking, IDisposable
{
    private readonly SemaphoreSlim room = new(Environment.ProcessorCount);

    public async Task<byte[]> Pack(Func<HallImage> freeze)
    {
        await room.WaitAsync();
        return await Pack(Frozen(freeze));
    }

    public void Dispose() => room.Dispose();

    private HallImage Frozen(Func<HallImage> freeze)
    {
        try
        {
            return freeze();
        }
        catch
        {
            room.Release();
            throw;
        }
    }

    /// <summary>Gives the room back itself: the hall whose image it is may be busy.</summary>
    private Task<byte[]> Pack(HallImage image) => Task.Run(() =>
    {
        try
        {
            return ImageCodec.Encode(image);
        }
        finally
        {
            room.Release();
        }
    });
}
