using Microsoft.Extensions.Logging;

namespace Yihao.Grains.Halls;

/// <summary>
/// Writes a hall's snapshot now and then: frozen in one turn, written once that place is durable, one at a time.
/// Failing costs time at the next start, never data.
/// </summary>
internal sealed class Snapshots(
    IPersistentState<HallSnapshotState> storage, LiveHall live, long lastSeq, ILogger logger)
{
    /// <summary>
    /// At least so many events apart; more for a hall with many tickets, so that writing stays cheap.
    /// </summary>
    public const int Apart = 1_000;

    private long lastSeq = lastSeq;
    private bool writing;

    public async Task WriteIfDue()
    {
        var size = live.Hall.Tickets.Count() + live.Hall.Accepted.Count;
        if (!writing && live.Hall.Seq - lastSeq >= Math.Max(Apart, size))
            await Write();
    }

    public async Task Write()
    {
        if (writing || live.Failed || live.Hall.Seq == lastSeq)
            return;
        writing = true;
        try
        {
            var snapshot = HallSnapshot.Of(live.Hall, live.LastHash);
            await live.Durable();
            var state = storage.State;
            (state.Seq, state.Hash, state.Image) = (snapshot.Seq, snapshot.Hash, snapshot.Image);
            await storage.WriteStateAsync();
            lastSeq = snapshot.Seq;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            HallLog.SnapshotNotWritten(logger, live.Hall.Plan.Hall, failure);
            // The next try waits as long as the next snapshot would, and begins with what is stored by then.
            lastSeq = live.Hall.Seq;
            await ReadAgain();
        }
        finally
        {
            writing = false;
        }
    }

    private async Task ReadAgain()
    {
        try
        {
            await storage.ReadStateAsync();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            HallLog.SnapshotNotWritten(logger, live.Hall.Plan.Hall, failure);
        }
    }
}
