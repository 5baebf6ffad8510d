using System.Diagnostics;
using Yihao.Grains.Ports;

namespace Yihao.Storage.Pump;

/// <summary>What became of a hall's part of a batch.</summary>
internal enum WriteOutcome
{
    /// <summary>Not known yet.</summary>
    Open,
    Written,

    /// <summary>The head did not move: another session has the hall.</summary>
    Fenced,

    /// <summary>
    /// Somebody else holds the head's lock: nothing was written, the same bytes are tried again later.
    /// </summary>
    Locked,

    /// <summary>The database refused it, or could not be reached.</summary>
    Failed,
}

/// <summary>One or more whole commands of one session that go out together: written wholly or not at all.</summary>
internal sealed class HallWrite(LedgerSession session)
{
    /// <summary>A write that has this many entries takes no further command.</summary>
    public const int FullEntries = 1_000;

    // One task for all commands in it: they become durable in the same commit.
    private readonly TaskCompletionSource _durable = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LedgerSession Session => session;

    public List<LedgerEntry> Entries { get; } = [];

    public Task Durable => _durable.Task;

    public long Before => Entries[0].Seq - 1;

    public long UpTo => Entries[^1].Seq;

    public byte[] LastHash => Entries[^1].Hash;

    public WriteOutcome Outcome { get; set; }

    /// <summary>Why it failed, for the log and the waiters; holds nothing of the entries.</summary>
    public string Reason { get; set; } = "";

    /// <summary>It was sent and the answer was lost: it may be in the ledger already.</summary>
    public bool Doubtful { get; set; }

    public int Doubts { get; set; }

    /// <summary>When it was first found locked, a time stamp of the time provider; null while it was not.</summary>
    public long? LockedSince { get; set; }

    public int LockedTries { get; set; }

    public bool IsEndOf(long lastSeq, ReadOnlySpan<byte> lastHash) =>
        lastSeq == UpTo && lastHash.SequenceEqual(LastHash);

    /// <summary>The traced commands in it; null where nobody traces.</summary>
    public List<ActivityContext>? Asking { get; private set; }

    /// <summary>Whoever appends at this moment waits for this write.</summary>
    public void NoteWhoAsks()
    {
        if (Activity.Current is { Recorded: true } asking)
            (Asking ??= []).Add(asking.Context);
    }

    public void Fail(string reason)
    {
        Outcome = WriteOutcome.Failed;
        Reason = reason;
    }

    public void Succeed() => _durable.TrySetResult();

    public void Fail(Exception exception) => _durable.TrySetException(exception);
}
