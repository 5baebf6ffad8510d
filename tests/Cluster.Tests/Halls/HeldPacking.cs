using Yihao.Grains.Codec;
using Yihao.Grains.Ports;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Halls;

/// <summary>Freezes at once, and packs when the test says so, or fails then.</summary>
internal sealed class HeldPacking : IImagePacking
{
    private TaskCompletionSource<bool> outcome = New();
    private volatile int frozen;
    private volatile bool ended;

    /// <summary>Images made so far.</summary>
    public int Frozen => frozen;

    public async Task<byte[]> Pack(Func<HallImage> freeze)
    {
        var image = freeze();
        var held = outcome.Task;
        Interlocked.Increment(ref frozen);
        return ended || await held ? ImageCodec.Encode(image) : throw new InvalidOperationException("told to fail");
    }

    /// <summary>What is held goes on; what comes after is held anew.</summary>
    public void Go(bool fails = false) => Interlocked.Exchange(ref outcome, New()).SetResult(!fails);

    /// <summary>Nothing is held any more.</summary>
    public void End()
    {
        ended = true;
        Go();
    }

    private static TaskCompletionSource<bool> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
