using Yihao.Grains.Codec;
using Yihao.Grains.Ports;
using Yihao.Rules;

namespace Yihao.Storage;

/// <summary>On half of the processors at most, so that the other half is the halls'.</summary>
internal sealed class ImagePacking : IImagePacking, IDisposable
{
    private readonly SemaphoreSlim free = new(Math.Max(1, Environment.ProcessorCount / 2));

    public async Task<byte[]> Pack(HallImage image)
    {
        await free.WaitAsync();
        try
        {
            return await Task.Run(() => ImageCodec.Encode(image));
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();
}
