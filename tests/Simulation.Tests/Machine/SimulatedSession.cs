using Yihao.Grains.Ports;

namespace Yihao.Simulation.Tests;

/// <summary>The entries of one command on their way.</summary>
internal sealed record Appended(IReadOnlyList<LedgerEntry> Entries)
{
    public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>One activation's right to append, with all its answers slow.</summary>
internal sealed class SimulatedSession : ILedgerSession
{
    private readonly SimulatedLedger ledger;
    private readonly Queue<Appended> waiting = [];
    private readonly List<Appended> underWay = [];
    private Exception? failure;

    public SimulatedSession(SimulatedLedger ledger, IProcess process)
    {
        this.ledger = ledger;
        Process = process;
        Epoch = ledger.Epoch;
        OpenedAtSeq = ledger.LastSeq;
        OpenedAtHash = OpenedAtSeq == 0 ? LedgerChain.Root : ledger.Entries[^1].Hash;
    }

    public IProcess Process { get; }

    public long Epoch { get; }

    public string Hall => ledger.Hall;

    public string Ledger => ledger.Id;

    public byte[] LinkKey => ledger.LinkKey;

    public long OpenedAtSeq { get; }

    public byte[] OpenedAtHash { get; }

    public bool HasRoom => failure is null && underWay.Count < ledger.Room;

    public bool HasWork => waiting.Count > 0;

    public Task Append(IReadOnlyList<LedgerEntry> entries)
    {
        if (failure is not null)
            return Task.FromException(failure);
        var appended = new Appended(entries);
        if (!Process.IsAlive)
            return appended.Answer.Task;
        if (Process.DiesAtAppend())
            return appended.Answer.Task;
        waiting.Enqueue(appended);
        underWay.Add(appended);
        if (ledger.Bugs.HasFlag(Bugs.AnswersBeforeDurable))
            appended.Answer.TrySetResult();
        return appended.Answer.Task;
    }

    public Task Confirm()
    {
        if (failure is not null)
            return Task.FromException(failure);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Process.IsAlive)
            ledger.Reply(Look);
        return answer.Task;

        void Look()
        {
            if (ledger.Epoch == Epoch)
                answer.TrySetResult();
            else
                answer.TrySetException(new LedgerFencedException("the hall has another owner"));
        }
    }

    /// <summary>What goes out as one write.</summary>
    public List<Appended> TakeBatch(int most)
    {
        List<Appended> batch = [];
        while (batch.Count < most && waiting.TryDequeue(out var next))
            batch.Add(next);
        return batch;
    }

    /// <summary>Durable; the answer comes later, and sometimes twice.</summary>
    public void Succeed(Appended appended)
    {
        ledger.Reply(Answer);
        if (appended.Entries[0].Seq % 7 == 0)
            ledger.Reply(Answer);

        void Answer()
        {
            underWay.Remove(appended);
            appended.Answer.TrySetResult();
        }
    }

    /// <summary>
    /// Everything under way fails and everything later too; what is durable already may still say so.
    /// </summary>
    public void Fail(Exception why)
    {
        if (failure is not null)
            return;
        failure = why;
        waiting.Clear();
        foreach (var appended in underWay.ToList())
        {
            ledger.Reply(() =>
            {
                underWay.Remove(appended);
                appended.Answer.TrySetException(why);
            });
        }
    }
}
