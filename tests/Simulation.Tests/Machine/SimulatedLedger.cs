using Yihao.Grains.Ports;

namespace Yihao.Simulation.Tests;

/// <summary>
/// A ledger that keeps the promises of <see cref="ILedger"/> and nothing beyond them: answers are slow and in any
/// order, writes fail before and after they happen, come twice, or land late, until the fence stops them.
/// </summary>
internal sealed class SimulatedLedger
{
    private readonly Chance chance;
    private readonly List<LedgerEntry> entries = [];
    private readonly List<SimulatedSession> sessions = [];
    private readonly List<Action> replies = [];
    private readonly List<Ghost> ghosts = [];

    public SimulatedLedger(Chance chance, string hall)
    {
        this.chance = chance;
        Hall = hall;
        Id = Convert.ToHexStringLower(chance.Bytes(16));
        LinkKey = chance.Bytes(32);
        Trouble = chance.Of([0.2, 1, 2, 5, 20]);
        Room = chance.Percent(20) ? chance.Between(1, 4) : 64;
    }

    public string Hall { get; }

    public string Id { get; }

    public byte[] LinkKey { get; }

    /// <summary>Commands that may wait to be written.</summary>
    public int Room { get; }

    public long Epoch { get; private set; }

    public Bugs Bugs { get; init; } = Bugs.None;

    /// <summary>How often something goes wrong, in percent of the writes; 0 in the calm at the end.</summary>
    public double Trouble { get; set; }

    public IReadOnlyList<LedgerEntry> Entries => entries;

    public long LastSeq => entries.Count;

    /// <summary>Told of every command's entries when they are durable.</summary>
    public required Action<SimulatedSession, IReadOnlyList<LedgerEntry>> Durable { get; init; }

    public bool HasWork => replies.Count > 0 || ghosts.Count > 0 || sessions.Exists(s => s.HasWork);

    public ILedger SeenBy(IProcess process) => new ProcessLedger(this, process);

    /// <summary>One thing happens in the database or on the way from it.</summary>
    public string Step()
    {
        var busy = sessions.Where(s => s.HasWork).ToList();
        var at = chance.Below(replies.Count + ghosts.Count + busy.Count);
        if (at < replies.Count)
        {
            var reply = replies[at];
            replies.RemoveAt(at);
            reply();
            return "reply";
        }

        at -= replies.Count;
        return at < ghosts.Count ? Land(at) : Write(busy[at - ghosts.Count]);
    }

    internal void Reply(Action reply) => replies.Add(reply);

    private string Write(SimulatedSession session)
    {
        var batch = session.TakeBatch(chance.Between(1, 4));
        if (!chance.Percent(Trouble))
            return Try(session, batch, session.Succeed);
        switch (chance.Below(5))
        {
            case 0:
                session.Fail(Unknown("lost before the write"));
                return "write lost";
            case 1:
                session.Fail(Unknown("lost on the way"));
                ghosts.Add(new(session, batch));
                return "write wanders";
            case 2:
                ghosts.Add(new(session, batch));
                return Try(session, batch, session.Succeed) + " and again later";
            case 3:
                session.Fail(Unknown("refused by the database"));
                return "write refused";
            default:
                return Try(session, batch, _ => session.Fail(Unknown("lost after the write"))) + " and lost";
        }
    }

    /// <summary>A write that was under way when its connection was lost: the fence and the seq decide.</summary>
    private string Land(int at)
    {
        var ghost = ghosts[at];
        ghosts.RemoveAt(at);
        var fits = ghost.Batch[0].Entries[0].Seq == LastSeq + 1;
        return fits ? "late " + Try(ghost.Session, ghost.Batch, _ => { }) : "late write finds its place taken";
    }

    private string Try(SimulatedSession session, IReadOnlyList<Appended> batch, Action<Appended> then)
    {
        if (session.Epoch != Epoch && !Bugs.HasFlag(Bugs.NoFence))
        {
            session.Fail(new LedgerFencedException("another session has the hall"));
            return "write fenced";
        }

        if (batch[0].Entries[0].Seq != LastSeq + 1 && Bugs == Bugs.None)
            throw new BrokenPromiseException($"{batch[0].Entries[0].Seq} appended after {LastSeq}");
        foreach (var appended in batch)
            Keep(session, appended, then);
        return $"write to {LastSeq}";
    }

    private void Keep(SimulatedSession session, Appended appended, Action<Appended> then)
    {
        if (Bugs.HasFlag(Bugs.LosesAcknowledged) && chance.Percent(5))
        {
            then(appended);
            return;
        }

        entries.AddRange(appended.Entries);
        Durable(session, appended.Entries);
        if (Bugs.HasFlag(Bugs.WritesTwice) && chance.Percent(5))
            entries.AddRange(appended.Entries);
        then(appended);
    }

    private static LedgerUnavailableException Unknown(string why) => new(why);

    private sealed record Ghost(SimulatedSession Session, IReadOnlyList<Appended> Batch);

    /// <summary>The ledger as one process reaches it.</summary>
    private sealed class ProcessLedger(SimulatedLedger ledger, IProcess process) : ILedger
    {
        public Task<ILedgerSession> Open(string hall, CancellationToken cancellation)
        {
            var opened = new TaskCompletionSource<ILedgerSession>(TaskCreationOptions.RunContinuationsAsynchronously);
            ledger.Reply(() => Raise(opened));
            return opened.Task;
        }

        public Task<IReadOnlyList<LedgerEntry>> Read(
            string hall, long after, int take, CancellationToken cancellation)
        {
            var read = new TaskCompletionSource<IReadOnlyList<LedgerEntry>>(
                TaskCreationOptions.RunContinuationsAsynchronously);
            ledger.Reply(() =>
            {
                if (ledger.chance.Percent(ledger.Trouble / 4))
                    read.SetException(Unknown("not read"));
                else
                    read.SetResult(Page(after, take));
            });
            return read.Task;
        }

        public Task<IReadOnlyList<string>> Halls(CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<string>>([ledger.Hall]);

        private void Raise(TaskCompletionSource<ILedgerSession> opened)
        {
            if (ledger.chance.Percent(ledger.Trouble / 4))
            {
                opened.SetException(Unknown("not opened"));
                return;
            }

            ledger.Epoch++;
            var session = new SimulatedSession(ledger, process);
            ledger.sessions.Add(session);
            var lost = ledger.chance.Percent(ledger.Trouble / 4);
            ledger.Reply(() =>
            {
                if (lost)
                    opened.SetException(Unknown("opened, but the answer was lost"));
                else
                    opened.SetResult(session);
            });
        }

        /// <summary>At most what was asked for, sometimes less.</summary>
        private List<LedgerEntry> Page(long after, int take)
        {
            var there = (int)Math.Min(take, Math.Max(0, ledger.LastSeq - after));
            if (there > 1 && ledger.chance.Percent(30))
                there = ledger.chance.Between(1, there);
            return ledger.entries.GetRange((int)Math.Min(after, ledger.LastSeq), there);
        }
    }
}
