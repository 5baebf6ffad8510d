using System.Collections;
using Microsoft.Extensions.DependencyInjection;
using Yihao.Grains.Codec;
using Yihao.Grains.Ports;
using Yihao.Rules;

namespace Yihao.Storage.Tests;

/// <summary>Images are packed a few at a time, and one that fails leaves its place to the next.</summary>
public sealed class ImagePackingTests
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(30);

    private static readonly HallImage _image = new(
        new HallPlan("450521", "Asia/Shanghai", TimeOnly.MinValue, true, [], [], [], new HallSettings()),
        new DateOnly(2026, 11, 23), 7, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, false,
        new Dictionary<string, int>(), [], [], [], new Dictionary<string, Measured>(), []);

    private readonly IImagePacking _packing = new ServiceCollection().AddYihaoStorage(new StorageOptions())
        .BuildServiceProvider().GetRequiredService<IImagePacking>();

    [Fact]
    public async Task An_image_waits_to_be_made_until_one_of_as_many_as_there_are_processors_is_packed()
    {
        using var go = new ManualResetEventSlim();
        using var inside = new CountdownEvent(Environment.ProcessorCount);
        var packing = Enumerable.Range(0, Environment.ProcessorCount)
            .Select(_ => _packing.Pack(() => _image with { Tickets = new Held(inside, go) }))
            .ToList();
        var made = false;
        try
        {
            Assert.True(inside.Wait(_limit));

            // Where there is room an image is made before the call is back.
            packing.Add(_packing.Pack(() =>
            {
                made = true;
                return _image;
            }));
            Assert.False(made);
        }
        finally
        {
            go.Set();
        }

        var packed = await Task.WhenAll(packing).WaitAsync(_limit);
        Assert.All(packed, bytes => Assert.Equal(7, ImageCodec.Decode(bytes)!.Seq));
        Assert.True(made);
    }

    [Fact]
    public async Task A_failure_to_make_or_to_pack_an_image_is_the_callers_and_keeps_no_room()
    {
        for (var i = 0; i < Environment.ProcessorCount; i++)
        {
            await Assert.ThrowsAsync<NotSupportedException>(
                () => _packing.Pack(() => throw new NotSupportedException()).WaitAsync(_limit));
            await Assert.ThrowsAsync<NotSupportedException>(
                () => _packing.Pack(() => _image with { Tickets = new Broken() }).WaitAsync(_limit));
        }

        Assert.Equal(ImageCodec.Encode(_image), await _packing.Pack(() => _image).WaitAsync(_limit));
    }

    /// <summary>No tickets, once somebody says go to whoever packs them.</summary>
    private sealed class Held(CountdownEvent inside, ManualResetEventSlim go) : Tickets
    {
        public override IEnumerator<TicketImage> GetEnumerator()
        {
            inside.Signal();
            go.Wait();
            return Enumerable.Empty<TicketImage>().GetEnumerator();
        }
    }

    /// <summary>What nobody can read.</summary>
    private sealed class Broken : Tickets
    {
        public override IEnumerator<TicketImage> GetEnumerator() => throw new NotSupportedException();
    }

    private abstract class Tickets : IReadOnlyList<TicketImage>
    {
        public int Count => 0;

        public TicketImage this[int index] => throw new NotSupportedException();

        public abstract IEnumerator<TicketImage> GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
