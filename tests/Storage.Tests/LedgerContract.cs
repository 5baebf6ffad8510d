using Yihao.Grains.Ports;

namespace Yihao.Storage.Tests;

/// <summary>What every ledger does, whatever the Database.</summary>
public abstract class LedgerContract(TestDatabase database) : StorageContract(database)
{
    [Fact]
    public async Task A_new_ledger_is_empty_and_has_an_id_and_a_key()
    {
        var session = await Database.Ledger().Open(Hall, Cancellation);
        Assert.Equal(Hall, session.Hall);
        Assert.Matches("^[0-9a-f]{32}$", session.Ledger);
        Assert.Equal(32, session.LinkKey.Length);
        Assert.Equal(0, session.OpenedAtSeq);
        Assert.Equal(LedgerChain.Root, session.OpenedAtHash);
        Assert.True(session.HasRoom);
    }

    [Fact]
    public async Task What_is_read_is_byte_for_byte_what_was_appended()
    {
        var ledger = Database.Ledger();
        var pen = new HallPen(await ledger.Open(Hall, Cancellation));
        var entries = pen.Next(7);
        await pen.Session.Append(entries).WaitAsync(Limit, Cancellation);

        var read = await ledger.Read(Hall, 0, 100, Cancellation);
        Assert.Equal(7, read.Count);
        var before = LedgerChain.Root;
        foreach (var (appended, stored) in entries.Zip(read))
        {
            Assert.Equal(appended.Payload, stored.Payload);
            Assert.Equal(
                appended with { Payload = stored.Payload, Hash = stored.Hash, At = stored.At }, stored);
            Assert.Equal(appended.At.UtcTicks / 10, stored.At.UtcTicks / 10);
            Assert.Equal(TimeSpan.Zero, stored.At.Offset);
            Assert.Equal(LedgerChain.HashOf(before, Hall, stored), stored.Hash);
            before = stored.Hash;
        }
    }

    [Fact]
    public async Task A_read_goes_on_after_a_seq_and_takes_no_more_than_asked()
    {
        var ledger = Database.Ledger();
        var pen = new HallPen(await ledger.Open(Hall, Cancellation));
        await pen.Append(25).WaitAsync(Limit, Cancellation);
        Assert.Equal([11, 12, 13], (await ledger.Read(Hall, 10, 3, Cancellation)).Select(entry => entry.Seq));
        Assert.Equal([25], (await ledger.Read(Hall, 24, 3, Cancellation)).Select(entry => entry.Seq));
        Assert.Empty(await ledger.Read(Hall, 25, 3, Cancellation));
        Assert.Empty(await ledger.Read("nowhere", 0, 3, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ledger.Read(Hall, 0, 0, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ledger.Read(Hall, 0, 10_001, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ledger.Read(Hall, -1, 1, Cancellation));
    }

    [Fact]
    public async Task Halls_are_listed_in_order()
    {
        var ledger = Database.Ledger();
        foreach (var hall in new[] { "450521", "45", "450502001", "450502-b", "450502" })
            await ledger.Open(hall, Cancellation);
        Assert.Equal(["45", "450502", "450502-b", "450502001", "450521"], await ledger.Halls(Cancellation));
    }

    [Fact]
    public async Task Pipelined_commands_become_durable_in_order()
    {
        var ledger = Database.Ledger();
        var pen = new HallPen(await ledger.Open(Hall, Cancellation));
        var appends = Enumerable.Range(1, 500).Select(n => pen.Append(1 + (n % 3))).ToArray();
        // Whatever is durable, everything appended before it is too.
        var random = new Random(1);
        while (!appends[^1].IsCompleted)
        {
            var at = random.Next(1, appends.Length);
            if (appends[at].IsCompletedSuccessfully)
                Assert.True(appends[at - 1].IsCompletedSuccessfully);
            await Task.Yield();
        }

        await Task.WhenAll(appends).WaitAsync(Limit, Cancellation);
        var read = await ledger.Read(Hall, 0, 10_000, Cancellation);
        Assert.Equal(pen.Seq, read.Count);
        Assert.Empty((await Database.Verifier().Verify(Hall, Cancellation)).Findings);
    }

    [Fact]
    public async Task A_gap_is_refused_and_leaves_the_session_as_it_was()
    {
        var ledger = Database.Ledger();
        var pen = new HallPen(await ledger.Open(Hall, Cancellation));
        var first = pen.Next();
        var second = pen.Next();
        var third = pen.Next();
        await pen.Session.Append(first).WaitAsync(Limit, Cancellation);
        await Assert.ThrowsAsync<ArgumentException>(() => pen.Session.Append(third));
        await Assert.ThrowsAsync<ArgumentException>(() => pen.Session.Append(first));
        await Assert.ThrowsAsync<ArgumentException>(() => pen.Session.Append([.. second, .. second]));
        await Assert.ThrowsAsync<ArgumentException>(() => pen.Session.Append([]));
        await Assert.ThrowsAsync<ArgumentException>(
            () => pen.Session.Append([second[0] with { At = first[0].At.AddSeconds(-1) }]));
        await pen.Session.Append([.. second, .. third]).WaitAsync(Limit, Cancellation);
        Assert.Equal(3, (await ledger.Read(Hall, 0, 10, Cancellation)).Count);
    }

    [Fact]
    public async Task A_second_session_fences_the_first()
    {
        var first = new HallPen(await Database.Ledger().Open(Hall, Cancellation));
        await first.Append(3).WaitAsync(Limit, Cancellation);
        var second = new HallPen(await Database.Ledger().Open(Hall, Cancellation));
        Assert.Equal(3, second.Session.OpenedAtSeq);
        Assert.Equal(first.Session.Ledger, second.Session.Ledger);
        Assert.Equal(first.Session.LinkKey, second.Session.LinkKey);

        await second.Append(2).WaitAsync(Limit, Cancellation);
        var fenced = new[] { first.Append(), first.Append() };
        foreach (var append in fenced)
            await Assert.ThrowsAsync<LedgerFencedException>(() => append.WaitAsync(Limit, Cancellation));
        await Assert.ThrowsAsync<LedgerFencedException>(() => first.Append().WaitAsync(Limit, Cancellation));
        Assert.False(first.Session.HasRoom);

        await second.Append().WaitAsync(Limit, Cancellation);
        Assert.Equal(6, (await Database.Ledger().Read(Hall, 0, 10, Cancellation)).Count);
        Assert.Empty((await Database.Verifier().Verify(Hall, Cancellation)).Findings);
    }

    [Fact]
    public async Task Two_sessions_of_one_hall_in_one_process_are_told_apart()
    {
        var ledger = Database.Ledger();
        var first = new HallPen(await ledger.Open(Hall, Cancellation));
        var second = new HallPen(await ledger.Open(Hall, Cancellation));
        var lost = first.Append();
        await second.Append().WaitAsync(Limit, Cancellation);
        await Assert.ThrowsAsync<LedgerFencedException>(() => lost.WaitAsync(Limit, Cancellation));
        await second.Append().WaitAsync(Limit, Cancellation);
        Assert.Equal(2, (await ledger.Read(Hall, 0, 10, Cancellation)).Count);
    }

    [Fact]
    public async Task The_entries_of_one_command_are_all_in_or_all_out()
    {
        var ledger = Database.Ledger(Database.Options with { BatchEntries = 1 });
        var pen = new HallPen(await ledger.Open(Hall, Cancellation));
        var appends = Enumerable.Range(0, 40).Select(_ => pen.Append(70)).ToArray();
        var taker = Task.Run(
            async () =>
            {
                // Another session may cut in at any commit, but never inside a command.
                await appends[5];
                return await Database.Ledger().Open(Hall, Cancellation);
            },
            Cancellation);
        Assert.Equal(0, (await taker).OpenedAtSeq % 70);
        foreach (var append in appends)
            await append.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(Limit, Cancellation);
        var durable = appends.Count(append => append.IsCompletedSuccessfully);
        Assert.Equal(durable * 70, (await ledger.Read(Hall, 0, 10_000, Cancellation)).Count);
    }

    [Fact]
    public async Task A_poisoned_hall_does_not_hurt_the_others_of_its_batch()
    {
        var ledger = Database.Ledger();
        var pens = new List<HallPen>();
        foreach (var n in Enumerable.Range(1, 20))
            pens.Add(new HallPen(await ledger.Open($"4505{n:00}", Cancellation)));
        var poisoned = pens[7];
        var appends = pens.ToDictionary(pen => pen, pen =>
        {
            var entries = pen.Next(2);
            return pen.Session.Append(pen == poisoned ? [entries[0], Poison(entries[1])] : entries);
        });
        foreach (var (pen, append) in appends.Where(pair => pair.Key != poisoned))
            await append.WaitAsync(Limit, Cancellation);
        await Assert.ThrowsAsync<LedgerUnavailableException>(
            () => appends[poisoned].WaitAsync(Limit, Cancellation));
        await Assert.ThrowsAsync<LedgerUnavailableException>(
            () => poisoned.Append().WaitAsync(Limit, Cancellation));
        Assert.Empty(await ledger.Read(poisoned.Session.Hall, 0, 10, Cancellation));

        var again = new HallPen(await ledger.Open(poisoned.Session.Hall, Cancellation));
        await again.Append().WaitAsync(Limit, Cancellation);
    }

    [Fact]
    public async Task Room_ends_at_the_bounds_and_comes_back()
    {
        var ledger = Database.Ledger(Database.Options with { HallPendingEntries = 10, PumpPendingEntries = 15 });
        var one = new HallPen(await ledger.Open("1", Cancellation));
        var two = new HallPen(await ledger.Open("2", Cancellation));
        await using var held = await HoldWrites();
        var first = one.Append(10);
        Assert.False(one.Session.HasRoom);
        Assert.True(two.Session.HasRoom);
        var second = two.Append(5);
        Assert.False(two.Session.HasRoom);
        await held.DisposeAsync();
        await Task.WhenAll(first, second).WaitAsync(Limit, Cancellation);
        Assert.True(one.Session.HasRoom);
        Assert.True(two.Session.HasRoom);
    }

    [Fact]
    public async Task Closing_the_storage_writes_what_was_accepted()
    {
        var pen = new HallPen(await Database.Ledger().Open(Hall, Cancellation));
        var appends = Enumerable.Range(0, 200).Select(_ => pen.Append()).ToArray();
        await Database.Close();
        await Task.WhenAll(appends).WaitAsync(Limit, Cancellation);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => pen.Append());

        var again = await Database.Ledger().Open(Hall, Cancellation);
        Assert.Equal(200, again.OpenedAtSeq);
        Assert.Equal(pen.Session.Ledger, again.Ledger);
        Assert.Equal(pen.Session.LinkKey, again.LinkKey);
    }

    /// <summary>Makes an entry that this database refuses.</summary>
    protected virtual LedgerEntry Poison(LedgerEntry entry) => entry with { Hash = [1, 2, 3] };

    /// <summary>Lets no write through until it is disposed of.</summary>
    protected abstract Task<IAsyncDisposable> HoldWrites();
}
