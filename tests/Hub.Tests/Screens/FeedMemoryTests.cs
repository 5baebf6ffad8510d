using Yihao.Contracts;
using Yihao.Hub.Screens;

namespace Yihao.Hub.Tests.Screens;

/// <summary>What a node remembers of a hall: one ledger, no gap, nothing twice.</summary>
public sealed class FeedMemoryTests
{
    private const string Ledger = "l1";

    [Theory]
    [InlineData(10, 12, 10, 12)] // the next
    [InlineData(8, 12, 10, 12)] // overlaps what is known
    [InlineData(8, 10, null, null)] // known
    [InlineData(3, 5, null, null)] // known long ago
    [InlineData(11, 13, null, null)] // a gap before it
    public void Only_what_is_new_and_follows_is_taken_in(int after, int upTo, int? freshAfter, int? freshUpTo)
    {
        var memory = At(10);
        var fresh = memory.Append(Batch(after, upTo));
        Assert.Equal((freshAfter, freshUpTo), ((int?)fresh?.After, (int?)fresh?.UpTo));
        Assert.Equal(freshUpTo ?? 10, memory.UpTo);
        Assert.True(fresh is null || fresh.Events.All(e => e.Seq > 10));
    }

    [Fact]
    public void Another_ledger_is_not_taken_in()
    {
        var memory = At(10);
        Assert.Null(memory.Append(Batch(10, 12) with { Ledger = "l2" }));
        Assert.False(memory.Continues(Batch(10, 12) with { Ledger = "l2" }));
        Assert.Null(memory.Since("h", "l2", 10));
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(13, 7)]
    [InlineData(20, 0)]
    [InlineData(9, null)]
    [InlineData(21, null)]
    public void All_after_a_known_place_is_told_in_one(int after, int? events)
    {
        var memory = At(10);
        foreach (var seq in Enumerable.Range(5, 5).Select(i => i * 2))
            memory.Append(Batch(seq, seq + 2));
        var since = memory.Since("h", Ledger, after);
        Assert.Equal(events, since?.Events.Count);
        if (since is null)
            return;
        Assert.Equal(Enumerable.Range(after + 1, 20 - after).Select(s => (long)s), since.Events.Select(e => e.Seq));
        Assert.Equal((after, 20), (since.After, since.UpTo));
    }

    [Fact]
    public void Older_events_are_put_before_the_known_ones_without_a_gap()
    {
        var memory = At(10);
        memory.Append(Batch(10, 15));
        memory.Prepend(Batch(2, 8));
        Assert.Equal(10, memory.From);
        memory.Prepend(Batch(4, 12));
        Assert.Equal((4, 15), (memory.From, memory.UpTo));
        var all = memory.Since("h", Ledger, 4)!;
        Assert.Equal(Enumerable.Range(5, 11).Select(s => (long)s), all.Events.Select(e => e.Seq));
    }

    [Fact]
    public void It_forgets_the_oldest()
    {
        var memory = At(0);
        for (var seq = 0; seq < 5_000; seq += 10)
            memory.Append(Batch(seq, seq + 10));
        Assert.Equal(5_000, memory.UpTo);
        Assert.Equal(4_000, memory.From);
        Assert.Equal(1_000, memory.Since("h", Ledger, 4_000)!.Events.Count);
        Assert.Null(memory.Since("h", Ledger, 3_999));
    }

    private static FeedMemory At(long seq)
    {
        var memory = new FeedMemory();
        memory.Begin(Ledger, seq, []);
        return memory;
    }

    private static HallEvents Batch(int after, int upTo) => new("h", Ledger, after, upTo, [],
        [.. Enumerable.Range(after + 1, upTo - after).Select(seq => new ScreenEvent(
            seq, DateTimeOffset.UnixEpoch, "taken", null, null, null, null, null, null, null, null, null, null))]);
}
