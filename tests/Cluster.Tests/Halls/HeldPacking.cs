using Yihao.Grains.Codec;
using Yihao.Grains.Ports;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Halls;

/// <summary>Has room for an image when the test says so; packs it, or fails, when it says so once more.</summary>
internal sealed class HeldPacking : IImagePacking
{
    private TaskCompletionSource<bool> step = New();
    private volatile int asked;
    private volatile int frozen;
    private volatile bool ended;

    /// <summary>How often room was asked for.</summary>
    public int Asked => asked;

    /// <summary>Images made.</summary>
    public int Frozen => frozen;

    public async Task<byte[]> Pack(Func<HallImage> freeze)
    {
        var room = step.Task;
        Interlocked.Increment(ref asked);
        if (!ended)
            await room;
        var image = freeze();
        var outcome = step.Task;
        Interlocked.Increment(ref frozen);
        return ended || await outcome
            ? ImageCodec.Encode(image)
            : throw new InvalidOperationException("told to fail");
    }

    /// <summary>What is held goes on to its next step; what comes after is held anew.</summary>
    public void Go(bool fails = false) => Interlocked.Exchange(ref step, New()).SetResult(!fails);

    /// <summary>Nothing is held any more.</summary>
    public void End()
    {
        ended = true;
        Go();
    }

    private static TaskCompletionSource<bool> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
