using Microsoft.Extensions.Logging;
using Yihao.Grains.Ports;
using Yihao.Rules;

namespace Yihao.Grains.Halls;

/// <summary>
/// Writes a hall's snapshot now and then, one at a time: frozen in one turn, packed beside it, written once that place
/// is durable. Failing costs time at the next start, never data.
/// </summary>
internal sealed class Snapshots(
    IPersistentState<HallSnapshotState> storage, IImagePacking packing, LiveHall live, long storedSeq, ILogger logger)
{
    /// <summary>
    /// At least so many events apart; more for a hall with many tickets, so that writing stays cheap.
    /// </summary>
    public const int Apart = 1_000;

    private long storedSeq = storedSeq;
    private long triedSeq = storedSeq;
    private Task underWay = Task.CompletedTask;

    /// <summary>Does not wait for it: the hall keeps its time meanwhile.</summary>
    public void WriteIfDue()
    {
        var size = live.Hall.Tickets.Count() + live.Hall.Accepted.Count;
        if (underWay.IsCompleted && live.Hall.Seq - triedSeq >= Math.Max(Apart, size))
            underWay = Write();
    }

    /// <summary>As the hall is now, after the one that may be under way.</summary>
    public async Task WriteLast()
    {
        await underWay;
        await (underWay = Write());
    }

    private async Task Write()
    {
        if (live.Failed || live.Hall.Seq == storedSeq)
            return;
        try
        {
            var (seq, hash, durable) = (0L, live.LastHash, Task.CompletedTask);
            var packed = await packing.Pack(() =>
            {
                (seq, hash, durable) = (live.Hall.Seq, live.LastHash, live.Durable());
                return HallImage.Of(live.Hall);
            });
            await durable;
            var state = storage.State;
            (state.Seq, state.Hash, state.Image) = (seq, hash, packed);
            await storage.WriteStateAsync();
            (storedSeq, triedSeq) = (seq, seq);
        }
        catch (Exception failure)
        {
            HallLog.SnapshotNotWritten(logger, live.Hall.Plan.Hall, failure);
            // The next try waits as long as the next snapshot would, and begins with what is stored by then.
            triedSeq = live.Hall.Seq;
            await ReadAgain();
        }
    }

    private async Task ReadAgain()
    {
        try
        {
            await storage.ReadStateAsync();
        }
        catch (Exception failure)
        {
            HallLog.SnapshotNotWritten(logger, live.Hall.Plan.Hall, failure);
        }
    }
}
