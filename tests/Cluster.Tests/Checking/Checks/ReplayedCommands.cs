using Yihao.Cluster.Tests.Checking.Evidence;
using Yihao.Grains.Codec;
using Yihao.Rules;

namespace Yihao.Cluster.Tests.Checking.Checks;

/// <summary>
/// What was recorded for a command is, to the byte, what the rules decide for it on the state in front of it; and every
/// entry can be applied.
/// </summary>
internal sealed class ReplayedCommands : ICheck
{
    public string Rule => "replayed-commands";

    public void Look(Run run, Findings findings)
    {
        var asked = run.FirstAttempts.ToLookup(q => q.Attempt.Hall);
        foreach (var ledger in run.Ledgers)
        {
            var known = asked[ledger.Hall].ToDictionary(q => q.Asked!.Stamp.Key);
            var ends = CommandEnds(ledger.Events);
            var isRight = new HashSet<int>();
            var broken = Replay.Through(
                ledger,
                (hall, index) =>
                {
                    if (hall is not null && ends[index] is { } end && !isRight.Contains(end)
                        && known.GetValueOrDefault(ledger.Events[end].Request!.Value.Key) is { } question
                        && IsDecided(hall, ledger, index, end, question.Asked!))
                        isRight.Add(end);
                },
                (_, index) => Judge(ledger, index, known, isRight, findings));
            if (broken is not null)
                findings.Find(ledger.Hall, broken);
        }
    }

    private static void Judge(
        HallLedger ledger, int index, Dictionary<UInt128, Question> known, HashSet<int> isRight, Findings findings)
    {
        if (ledger.Events[index].Request is not { } request || !known.TryGetValue(request.Key, out var question))
            return;
        findings.Look();
        if (!isRight.Contains(index))
            findings.Find(ledger.Hall, $"the rules decide otherwise than {ledger.Entries[index].Seq} for {question}");
    }

    /// <summary>Of each entry the one with the request that it may belong to: all of a command have one time.</summary>
    private static int?[] CommandEnds(IReadOnlyList<Recorded> events)
    {
        var ends = new int?[events.Count];
        for (var i = events.Count - 1; i >= 0; i--)
        {
            if (events[i].Request is not null)
                ends[i] = i;
            else if (i + 1 < events.Count && events[i + 1].At == events[i].At)
                ends[i] = ends[i + 1];
        }

        return ends;
    }

    private static bool IsDecided(Hall hall, HallLedger ledger, int first, int end, Asked asked)
    {
        var happened = ledger.Events.Skip(first).Take(end - first + 1).ToList();
        var command = Completed(asked.Command, happened);
        if (Decide.On(hall, command, asked.Stamp, happened[0].At) is not Decision.Accept accepted
            || accepted.Events.Count != happened.Count)
            return false;
        for (var i = 0; i < happened.Count; i++)
        {
            var decided = happened[i] with { Event = accepted.Events[i] };
            var entry = ledger.Entries[first + i];
            if (!EventCodec.Encode(ledger.Hall, entry.Seq, decided, []).Payload.AsSpan().SequenceEqual(entry.Payload))
                return false;
        }

        return true;
    }

    /// <summary>What the hall added to the wish: the id of a move, or the guest that another hall lent it.</summary>
    private static HallCommand Completed(HallCommand command, IReadOnlyList<Recorded> happened)
    {
        var events = happened.Select(h => h.Event).ToList();
        if (command is SendTicket send && events.OfType<MoveBegun>().FirstOrDefault() is { } begun)
            return send with { Move = begun.Move };
        if (command is CallNext next && events.OfType<GuestCame>().FirstOrDefault() is { Loan: { } loan } came)
        {
            var guest = new Guest(
                came.Ticket, came.Class, came.Reason, came.Matter, came.Arrival, came.HeadStart, came.Effective);
            return new TakeLoan(next.Window, new LentTicket(loan, string.Empty, guest), next.FinishCurrent);
        }

        return command;
    }
}
